/**
 * The texts an expression can stand for, as far as they are written in the code: literals, arrays of them, constants,
 * joined and chosen ones, and types that name them. Null where they only come to be at run time.
 */
import ts from 'typescript';

const MOST = 200;

/** [{ text, node }], the node being the place to report; null for "not known". */
export function textsOf(checker, expression, depth = 0) {
  if (depth > 12) return null;
  const next = (node) => textsOf(checker, node, depth + 1);
  const node = expression;
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, node }];
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  ) {
    return next(node.expression);
  }
  if (ts.isArrayLiteralExpression(node))
    return all(node.elements.map((one) => next(ts.isSpreadElement(one) ? one.expression : one)));
  if (ts.isConditionalExpression(node)) return all([next(node.whenTrue), next(node.whenFalse)]);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return product(node, [next(node.left), next(node.right)]);
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.flatMap((span) => [next(span.expression), [{ text: span.literal.text, node }]]);
    return product(node, [[{ text: node.head.text, node }], ...parts]);
  }
  if (isJoinedByCommas(node)) return next(node.expression.expression);
  return fromType(checker, node) ?? fromDeclaration(checker, node, next);
}

/** `names.join(',')`: a list of names as load takes it. */
function isJoinedByCommas(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'join')
    return false;
  const [separator] = node.arguments;
  return separator === undefined || (ts.isStringLiteralLike(separator) && separator.text.trim() === ',');
}

const all = (lists) => (lists.some((list) => list === null) ? null : lists.flat());

function product(node, lists) {
  if (lists.some((list) => list === null)) return null;
  let texts = [''];
  for (const list of lists) texts = texts.flatMap((before) => list.map((one) => before + one.text));
  return texts.length > MOST ? null : texts.map((text) => ({ text, node }));
}

/** A type that is one text, several, or a list of them. */
function fromType(checker, node) {
  const read = (type) => {
    if (type.isStringLiteral()) return [type.value];
    if (type.isUnion()) {
      const parts = type.types.map(read);
      return parts.some((part) => part === null) ? null : parts.flat();
    }
    if (checker.isTupleType(type) || checker.isArrayType(type)) {
      const parts = checker.getTypeArguments(type).map(read);
      return parts.length === 0 || parts.some((part) => part === null) ? null : parts.flat();
    }
    return null;
  };
  return read(checker.getTypeAtLocation(node))?.map((text) => ({ text, node })) ?? null;
}

/** What a constant holds, or what a loop goes through. */
function fromDeclaration(checker, node, next) {
  if (!ts.isIdentifier(node)) return null;
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return null;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return null;
  if (declaration.initializer !== undefined) return next(declaration.initializer);
  const loop = declaration.parent.parent;
  return ts.isForOfStatement(loop) ? next(loop.expression) : null;
}
