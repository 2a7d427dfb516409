/**
 * Which requirement sets are known to be there at a place of the code, because an
 * `Office.context.requirements.isSetSupported('ExcelApi', '1.18')` stands around it or returned before it.
 * A set is a Map from its name to its version; a constant or a parameterless function that holds the answer counts too.
 */
import ts from 'typescript';

import { isOfficeDeclaration, reaches } from './requirements.mjs';

const NONE = new Map();

const both = (a, b) => {
  const all = new Map(a);
  for (const [set, version] of b) if (!reaches(all.get(set), version)) all.set(set, version);
  return all;
};

/** What holds whichever of the two is true: the lower version of what stands in both. */
const either = (a, b) => {
  const common = new Map();
  for (const [set, version] of a) {
    const other = b.get(set);
    if (other !== undefined) common.set(set, reaches(version, other) ? other : version);
  }
  return common;
};

const unwrap = (node) =>
  ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) ? unwrap(node.expression) : node;

export class Guards {
  constructor(checker) {
    this.checker = checker;
  }

  /** Sets that are there when the expression is `outcome`. */
  whenIs(outcome, expression, depth = 0) {
    const node = unwrap(expression);
    if (depth > 8) return NONE;
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      return this.whenIs(!outcome, node.operand, depth);
    if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind;
      const isAnd = kind === ts.SyntaxKind.AmpersandAmpersandToken;
      if (!isAnd && kind !== ts.SyntaxKind.BarBarToken) return NONE;
      const left = this.whenIs(outcome, node.left, depth);
      const right = this.whenIs(outcome, node.right, depth);
      // A true "and" and a false "or" say something of both sides.
      return isAnd === outcome ? both(left, right) : either(left, right);
    }
    if (ts.isCallExpression(node)) return this.asked(node, outcome) ?? this.body(node, outcome, depth);
    if (ts.isIdentifier(node)) {
      const held = this.constant(node);
      return held === null ? NONE : this.whenIs(outcome, held, depth + 1);
    }
    return NONE;
  }

  /** isSetSupported itself, with literal arguments. */
  asked(call, outcome) {
    const declaration = this.checker.getResolvedSignature(call)?.declaration;
    if (declaration === undefined || declaration.name?.getText() !== 'isSetSupported' || !isOfficeDeclaration(declaration))
      return null;
    const [set, version] = call.arguments;
    if (!outcome || set === undefined || !ts.isStringLiteralLike(set)) return NONE;
    if (version === undefined) return new Map([[set.text, '1.1']]);
    if (!ts.isStringLiteralLike(version) && !ts.isNumericLiteral(version)) return NONE;
    return new Map([[set.text, version.text.includes('.') ? version.text : `${version.text}.0`]]);
  }

  /** `const canNote = …isSetSupported(…)`: the expression a name stands for. */
  constant(identifier) {
    const declaration = this.checker.getSymbolAtLocation(identifier)?.valueDeclaration;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return null;
    return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 ? declaration.initializer : null;
  }

  /** A function without parameters that only returns the answer. */
  body(call, outcome, depth) {
    let symbol = ts.isIdentifier(call.expression) ? this.checker.getSymbolAtLocation(call.expression) : undefined;
    if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0) symbol = this.checker.getAliasedSymbol(symbol);
    const declared = symbol?.valueDeclaration;
    const made = declared !== undefined && ts.isVariableDeclaration(declared) ? declared.initializer : declared;
    if (made === undefined || !ts.isFunctionLike(made) || made.parameters.length > 0 || made.body === undefined) return NONE;
    if (!ts.isBlock(made.body)) return this.whenIs(outcome, made.body, depth + 1);
    const [only, ...more] = made.body.statements;
    if (more.length > 0 || only === undefined || !ts.isReturnStatement(only) || only.expression === undefined) return NONE;
    return this.whenIs(outcome, only.expression, depth + 1);
  }

  /** Everything that is known to be there where the node stands. */
  around(node) {
    let sets = NONE;
    for (let child = node; child.parent !== undefined; child = child.parent) sets = both(sets, this.step(child, child.parent));
    return sets;
  }

  step(child, parent) {
    if (ts.isIfStatement(parent)) {
      if (child === parent.thenStatement) return this.whenIs(true, parent.expression);
      if (child === parent.elseStatement) return this.whenIs(false, parent.expression);
    } else if (ts.isConditionalExpression(parent)) {
      if (child === parent.whenTrue) return this.whenIs(true, parent.condition);
      if (child === parent.whenFalse) return this.whenIs(false, parent.condition);
    } else if (ts.isBinaryExpression(parent) && child === parent.right) {
      if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return this.whenIs(true, parent.left);
      if (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken) return this.whenIs(false, parent.left);
    } else if (ts.isWhileStatement(parent) && child === parent.statement) {
      return this.whenIs(true, parent.expression);
    } else if (
      (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)) &&
      !ts.isFunctionDeclaration(child)
    ) {
      return this.returnedBefore(child, parent.statements);
    }
    return NONE;
  }

  /** `if (!supported) return;` above the statement. A declared function may be called from anywhere: not asked for it. */
  returnedBefore(statement, statements) {
    let sets = NONE;
    for (const one of statements) {
      if (one === statement) break;
      if (!ts.isIfStatement(one)) continue;
      if (leaves(one.thenStatement)) sets = both(sets, this.whenIs(false, one.expression));
      if (one.elseStatement !== undefined && leaves(one.elseStatement)) sets = both(sets, this.whenIs(true, one.expression));
    }
    return sets;
  }
}

/** Never goes on with what stands after it. */
function leaves(statement) {
  if (ts.isBlock(statement)) {
    const last = statement.statements.at(-1);
    return last !== undefined && leaves(last);
  }
  if (ts.isIfStatement(statement))
    return statement.elseStatement !== undefined && leaves(statement.thenStatement) && leaves(statement.elseStatement);
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isContinueStatement(statement) ||
    ts.isBreakStatement(statement)
  );
}
