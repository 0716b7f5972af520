package scenario_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// The bounds of the schema are those of Validate: a number at the end of them is never
// refused in the units of Go, which a file does not have.
func TestBoundsAreThoseOfValidate(t *testing.T) {
	text, err := os.ReadFile("testdata/every-kind.json")
	if err != nil {
		t.Fatal(err)
	}
	inGo := regexp.MustCompile(`scenario\.Percent|fraction|0\.25|0\.5\b|rate in|\[0, 1\]|\(-1, 1\)`)
	schema, tried := newSchema(t), 0
	var file any
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	visit(file, func(object map[string]any) {
		for _, family := range []string{"pledge", "growth", "response"} {
			kind, _ := schema.root["$defs"].(map[string]any)[fmt.Sprint(family, "-", object["kind"])].(map[string]any)
			for key, before := range object {
				number, isNumber := before.(float64)
				properties, _ := kind["properties"].(map[string]any)
				rule, ok := properties[key].(map[string]any)
				if !ok || !isNumber {
					continue
				}
				for _, end := range ends(rule) {
					object[key] = end
					changed, _ := json.Marshal(file) // which has been read
					if _, err := scenario.Decode(strings.NewReader(string(changed)), scenario.DecodeOptions{}); err != nil && inGo.MatchString(err.Error()) {
						t.Errorf("%s of kind %s = %v: %v", key, object["kind"], end, err)
					}
					tried++
				}
				object[key] = number
			}
		}
	})
	if tried < 50 {
		t.Errorf("%d bounds were tried: the sample has lost its numbers", tried)
	}
}

// ends gives the least and the largest number that a rule takes, or one next to it.
func ends(rule map[string]any) (all []float64) {
	const step = 1e-9
	for word, by := range map[string]float64{"minimum": 0, "maximum": 0, "exclusiveMinimum": step, "exclusiveMaximum": -step} {
		if end, ok := rule[word].(float64); ok {
			all = append(all, end+by)
		}
	}
	return all
}

// visit shows all objects of a document.
func visit(value any, show func(map[string]any)) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			visit(item, show)
		}
	case map[string]any:
		show(v)
		for _, inside := range v {
			visit(inside, show)
		}
	}
}
