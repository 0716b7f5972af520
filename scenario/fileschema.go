package scenario

import (
	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/layout"
)

// Schema describes scenario files in JSON Schema, draft 2020-12, so that editors
// complete and check them: write it beside a file and name it there, "$schema":
// "scenario.schema.json". It is made from the tables that [Decode] goes by. Decode
// finds more: what depends on several values, and a name or key that occurs twice.
func Schema() []byte {
	root := fileLayout().Schema("Scenario file of pledgesim")
	scenarios := root.Get("properties").Get("scenarios")
	scenarios.Set("minItems", jsontree.NewNumber("1"))
	scenarios.Get("items").Set("required", jsontree.Texts("name"))
	var rules []*jsontree.Node // what else a scenario needs may stand in the defaults
	for _, key := range []string{"pledge", "growth"} {
		needed := layout.Keys("required", jsontree.Texts(key))
		rules = append(rules, layout.Keys(
			"if", layout.Keys("required", jsontree.Texts("defaults"), "properties", layout.Keys("defaults", needed)),
			"else", layout.Keys("properties", layout.Keys("scenarios", layout.Keys("items", needed)))))
	}
	root.Set("allOf", jsontree.NewArray(rules...))
	return jsontree.Print(root)
}
