import ts from 'typescript';
import { codeIn, lineOf, nodesOf, syntaxOf, type Tree } from './tree';

const dotted = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/;

/** Whether a node stands where a reason stands: second of `new DomainError(…)`, a property `reason`, or a condition. */
function inReasonPlace(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (ts.isNewExpression(parent) && parent.expression.getText() === 'DomainError')
      return parent.arguments?.[1] === at;
    if (ts.isPropertyAssignment(parent)) {
      if (parent.initializer !== at) return false;
      const name = parent.name.getText();
      return name === 'reason' || (ts.isArrowFunction(at) && inConditions(parent));
    }
    if (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent)) return false;
  }
  return false;
}

/** An arrow function in `const conditions = { name: (facts) => 'order.too_late' }` answers with a reason. */
function inConditions(node: ts.Node): boolean {
  for (let at = node; at; at = at.parent) {
    if (ts.isVariableDeclaration(at)) return /^conditions$/i.test(at.name.getText());
  }
  return false;
}

export interface Reason {
  /** `file:line` */
  at: string;
  /** The whole reason, or the part before the first value when it is composed at run time. */
  reason: string;
  composed: boolean;
}

/** Every reason of a refusal that is written down in the program. */
export function reasonsOf(tree: Tree): Reason[] {
  return codeIn(tree, 'lib/', 'app/').flatMap((file) =>
    nodesOf(syntaxOf(tree, file)).flatMap((node): Reason[] => {
      const at = () => `${file}:${lineOf(node)}`;
      if (ts.isStringLiteralLike(node) && dotted.test(node.text) && inReasonPlace(node)) {
        return [{ at: at(), reason: node.text, composed: false }];
      }
      if (ts.isTemplateExpression(node) && inReasonPlace(node)) {
        return [{ at: at(), reason: node.head.text, composed: true }];
      }
      return [];
    }),
  );
}
