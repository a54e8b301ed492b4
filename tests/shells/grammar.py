"""Holds completions for PowerShell against a grammar of its language: grammar.py SCRIPT"""

import sys

import tree_sitter
import tree_sitter_powershell

language = tree_sitter.Language(tree_sitter_powershell.language())
script = open(sys.argv[1], "rb").read()


def below(node):
    yield node
    for child in node.children:
        yield from below(child)


nodes = list(below(tree_sitter.Parser(language).parse(script).root_node))
# The grammar wants brackets around what `.Where{…}` is given; PowerShell does not.
faults = [node for node in nodes if (node.is_error or node.is_missing) and node.text != b"Where"]
for fault in faults:
    print(f"line {fault.start_point.row + 1}: {fault.text[:80]!r}")
offers = sum(node.type == "member_name" and node.text == b"new" for node in nodes)
print(f"PowerShell: {offers} completions read, {len(faults)} faults")
sys.exit(bool(faults) or offers < 100)
