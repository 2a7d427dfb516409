/**
 * Finds every use of Office.js in a source file: members by dot, by ["name"], by destructuring and in objects that are
 * handed over; words of enumerations; and what `load` is asked for, in each of its forms. Each use is given to `report`.
 */
import ts from 'typescript';

import { isOfficeDeclaration } from './requirements.mjs';
import { textsOf } from './texts.mjs';

/** Asks for all plain properties of whatever set the host has: nothing that could be missing. */
const EVERYTHING = new Set(['', '*', '$all']);

export class Uses {
  /**
   * `member(node, symbol, use)` is told of each member, `fault(node, sentence)` of what cannot be right or cannot be read.
   */
  constructor(checker, { member, fault }) {
    this.checker = checker;
    this.member = member;
    this.fault = fault;
  }

  visit(node) {
    if (ts.isPropertyAccessExpression(node)) {
      this.tell(node.name, this.checker.getSymbolAtLocation(node.name), useOf(node));
      if (node.name.text === 'load' && ts.isCallExpression(node.parent) && node.parent.expression === node)
        this.load(node.parent, node);
    } else if (ts.isElementAccessExpression(node)) {
      this.element(node);
    } else if (ts.isObjectBindingPattern(node)) {
      this.pattern(node);
    } else if (ts.isObjectLiteralExpression(node)) {
      this.object(node);
    } else if (ts.isStringLiteralLike(node)) {
      this.word(node);
    }
    ts.forEachChild(node, (child) => this.visit(child));
  }

  tell(node, found, use = { arguments: 0, writes: false }) {
    if (found === undefined) return;
    const symbol = (found.flags & ts.SymbolFlags.Alias) !== 0 ? this.checker.getAliasedSymbol(found) : found;
    const declarations = (symbol.declarations ?? []).filter(isOfficeDeclaration);
    if (declarations.length === 0) return;
    // Of several ways to call it, the one that is called.
    const signature = use.call === undefined ? undefined : this.checker.getResolvedSignature(use.call)?.declaration;
    this.member(node, symbol, signature !== undefined && isOfficeDeclaration(signature) ? [signature] : declarations, use);
  }

  /** range['values'], or range[key] where the type of key names the members. */
  element(node) {
    const type = this.checker.getTypeAtLocation(node.expression);
    for (const { text } of textsOf(this.checker, node.argumentExpression) ?? []) {
      this.tell(node.argumentExpression, type.getProperty(text), useOf(node));
    }
  }

  /** const { values } = range */
  pattern(node) {
    const type = this.checker.getTypeAtLocation(node);
    for (const element of node.elements) {
      const name = element.propertyName ?? element.name;
      if (element.dotDotDotToken === undefined && ts.isIdentifier(name)) this.tell(name, type.getProperty(name.text));
    }
  }

  /** range.set({ values: … }) and other objects that a type of Office.js describes. */
  object(node) {
    const type = this.checker.getContextualType(node);
    if (type === undefined) return;
    for (const property of node.properties) {
      if (property.name === undefined || !(ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name))) continue;
      if (property.name.text === '$all') continue;
      this.tell(property.name, type.getProperty(property.name.text), { arguments: 0, writes: true });
    }
  }

  /** 'Custom' where an enumeration of Office.js has that word. */
  word(node) {
    const expected = [this.checker.getContextualType(node)];
    if (ts.isCallExpression(node.parent)) {
      const place = node.parent.arguments.indexOf(node);
      for (const signature of this.checker.getTypeAtLocation(node.parent.expression).getCallSignatures()) {
        const parameter = signature.parameters[place];
        if (parameter !== undefined && place >= 0) expected.push(this.checker.getTypeOfSymbolAtLocation(parameter, node));
      }
    }
    for (const type of expected.filter((one) => one !== undefined)) {
      const words = (type.isUnion() ? type.types : [type]).filter((one) => (one.flags & ts.TypeFlags.EnumLiteral) !== 0);
      const meant = words.find((one) => one.isStringLiteral() && one.value === node.text);
      if (meant !== undefined) {
        this.tell(node, meant.symbol);
        return;
      }
    }
  }

  /** load('a, b/c'), load(['a', 'b/c']), load({ a: true }), load({ select: 'a' }) and context.load(object, …). */
  load(call, access) {
    const symbol = this.checker.getSymbolAtLocation(access.name);
    if (!(symbol?.declarations ?? []).some(isOfficeDeclaration)) return;
    const ofContext = symbol.declarations.some((one) => one.parent.name?.getText() === 'ClientRequestContext');
    const [target, wanted] = ofContext ? call.arguments : [access.expression, ...call.arguments];
    if (target === undefined || wanted === undefined) return;
    this.wanted(wanted, this.checker.getTypeAtLocation(target));
  }

  wanted(expression, type) {
    if (ts.isObjectLiteralExpression(expression)) {
      this.wantedObject(expression, type);
      return;
    }
    const texts = textsOf(this.checker, expression);
    if (texts !== null) {
      for (const { text, node } of texts) for (const path of text.split(',')) this.path(node, path.trim(), type);
      return;
    }
    const held = ts.isIdentifier(expression)
      ? this.checker.getSymbolAtLocation(expression)?.valueDeclaration?.initializer
      : undefined;
    if (held !== undefined && ts.isObjectLiteralExpression(held)) this.wantedObject(held, type);
    else
      this.fault(
        expression,
        `cannot be read: write the names that load asks for into the code, or give them a type that lists them`,
      );
  }

  /** { values: true, format: { fill: { color: true } } }, and the older { select, expand }. */
  wantedObject(object, type) {
    for (const property of object.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      const name = property.name.getText().replace(/^['"]|['"]$/g, '');
      if (name === 'top' || name === 'skip' || name === '$all') continue;
      if ((name === 'select' || name === 'expand') && !isProperty(type.getProperty(name))) {
        this.wanted(property.initializer, type);
        continue;
      }
      const inner = this.path(property.name, name, type);
      if (inner !== null && ts.isObjectLiteralExpression(property.initializer)) this.wantedObject(property.initializer, inner);
    }
  }

  /** One path, "format/fill/color"; returns the type it ends at, null where it leads nowhere. */
  path(node, path, from) {
    if (EVERYTHING.has(path)) return null;
    let type = from;
    for (const name of path.split('/').map((one) => one.trim())) {
      const items = this.itemsOf(type, node);
      if (name === 'items' && items !== null) {
        type = items;
        continue;
      }
      const symbol = type.getProperty(name) ?? items?.getProperty(name);
      if (!isProperty(symbol)) {
        const what = symbol === undefined ? 'no member' : 'a method, not a property';
        this.fault(node, `load asks for "${path}", but "${name}" is ${what} of ${this.checker.typeToString(type)}`);
        return null;
      }
      this.tell(node, symbol);
      type = this.checker.getTypeOfSymbolAtLocation(symbol, node);
    }
    return type;
  }

  /** What a collection holds: load may leave "items/" out. */
  itemsOf(type, node) {
    const items = type.getProperty('items');
    if (items === undefined || !(items.declarations ?? []).some(isOfficeDeclaration)) return null;
    return this.checker.getIndexTypeOfType(this.checker.getTypeOfSymbolAtLocation(items, node), ts.IndexKind.Number) ?? null;
  }
}

const isProperty = (symbol) => symbol !== undefined && (symbol.flags & ts.SymbolFlags.Method) === 0;

/** How a member is used: called with how many arguments, or assigned to. */
function useOf(node) {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node)
    return { arguments: parent.arguments.length, writes: false, call: parent };
  const writes =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
  return { arguments: 0, writes };
}
