"""CloudFormation Guard over templates: `guard.py RULES TEMPLATE...` prints the rules that each one breaks, as JSON."""

import json
import sys

import cfn_guard_rs
from cfnlint.decode import decode


def laid_out(node):
    """Both sides of an Fn::If in a list, and actions as lists: what Guard compares are values."""
    if isinstance(node, list):
        return [part for each in node for part in sides(each)]
    if not isinstance(node, dict):
        return node
    return {
        str(key): actions(value) if key == "Action" else laid_out(value)
        for key, value in node.items()
    }


def sides(node):
    if isinstance(node, dict) and "Fn::If" in node:
        return [part for each in node["Fn::If"][1:] for part in sides(each)]
    if node == {"Ref": "AWS::NoValue"}:
        return []
    return [laid_out(node)]


def actions(value):
    return [action for side in sides(value) for action in (side if isinstance(side, list) else [side])]


def broken(rules, path):
    template, problems = decode(path)
    if template is None:
        return [str(problem) for problem in problems]
    report = cfn_guard_rs.run_checks(laid_out(json.loads(json.dumps(template))), rules)
    return [clause.Rule.name for clause in report.not_compliant]


with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
print(json.dumps({path: broken(text, path) for path in sys.argv[2:]}))
