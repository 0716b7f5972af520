package scenario_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// The schema that is shipped for editors is the one that Decode goes by.
func TestSchemaIsCurrent(t *testing.T) {
	golden(t, "scenario.schema.json", string(scenario.Schema()))
}

// What Decode reads the schema takes: the sample files, and any scenario that can be
// written.
func TestSchemaTakesWhatDecodeReads(t *testing.T) {
	schema := newSchema(t)
	for _, name := range samples(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, schema.faults(t, text), []string(nil))
	}
	for n := range 100 {
		text := encoded(t, arbitraryFrom([]byte{byte(n)}).file())
		if faults := schema.faults(t, text); faults != nil {
			t.Fatalf("%v\n%s", faults, text)
		}
	}
}

// A schema is a small validator: it knows the keywords of JSON Schema that ours has, and
// fails on others.
type schema struct {
	root map[string]any
}

func newSchema(t *testing.T) schema {
	var root map[string]any
	if err := json.Unmarshal(scenario.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	return schema{root}
}

func (s schema) faults(t *testing.T, text []byte) []string {
	t.Helper()
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	return s.check(t, s.root, value, "")
}

// check lists what a schema has against a value.
func (s schema) check(t *testing.T, schema map[string]any, value any, at string) (faults []string) {
	bad := func(format string, args ...any) { faults = append(faults, at+": "+fmt.Sprintf(format, args...)) }
	inside := func(schema, value any, at string) []string {
		return s.check(t, schema.(map[string]any), value, at)
	}
	object, _ := value.(map[string]any)
	number, isNumber := value.(float64)
	for _, word := range slices.Sorted(maps.Keys(schema)) {
		switch rule := schema[word]; word {
		case "$schema", "title", "description", "$defs", "format", "then", "else":
		case "type":
			if !ofType(rule.(string), value) {
				bad("is not of type %v", rule)
			}
		case "$ref":
			name := strings.TrimPrefix(rule.(string), "#/$defs/")
			faults = append(faults, inside(s.root["$defs"].(map[string]any)[name], value, at)...)
		case "const":
			if value != rule {
				bad("is not %v", rule)
			}
		case "enum":
			if !slices.Contains(rule.([]any), value) {
				bad("is none of %v", rule)
			}
		case "required":
			for _, key := range rule.([]any) {
				if _, ok := object[key.(string)]; object != nil && !ok {
					bad("lacks %v", key)
				}
			}
		case "properties":
			for _, key := range slices.Sorted(maps.Keys(rule.(map[string]any))) {
				if v, ok := object[key]; ok {
					faults = append(faults, inside(rule.(map[string]any)[key], v, at+"."+key)...)
				}
			}
		case "additionalProperties":
			known, _ := schema["properties"].(map[string]any)
			for _, key := range slices.Sorted(maps.Keys(object)) {
				if _, ok := known[key]; ok {
					continue
				}
				if rule == false {
					bad("must not have %s", key)
				} else {
					faults = append(faults, inside(rule, object[key], at+"."+key)...)
				}
			}
		case "propertyNames":
			for _, key := range slices.Sorted(maps.Keys(object)) {
				faults = append(faults, inside(rule, key, at+"."+key)...)
			}
		case "pattern":
			if text, ok := value.(string); ok && !regexp.MustCompile(rule.(string)).MatchString(text) {
				bad("does not match %v", rule)
			}
		case "items":
			list, _ := value.([]any)
			for i, v := range list {
				faults = append(faults, inside(rule, v, fmt.Sprintf("%s[%d]", at, i))...)
			}
		case "minItems":
			if list, ok := value.([]any); ok && len(list) < int(rule.(float64)) {
				bad("has fewer than %v items", rule)
			}
		case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
			limit := rule.(float64)
			ok := map[string]bool{"minimum": number >= limit, "maximum": number <= limit, "exclusiveMinimum": number > limit, "exclusiveMaximum": number < limit}[word]
			if isNumber && !ok {
				bad("= %v is against %s %v", number, word, limit)
			}
		case "allOf":
			for _, part := range rule.([]any) {
				faults = append(faults, inside(part, value, at)...)
			}
		case "anyOf":
			var all []string
			for _, part := range rule.([]any) {
				f := inside(part, value, at)
				if f == nil {
					all = nil
					break
				}
				all = append(all, f...)
			}
			faults = append(faults, all...)
		case "if":
			branch := "then"
			if inside(rule, value, at) != nil {
				branch = "else"
			}
			if then, ok := schema[branch]; ok {
				faults = append(faults, inside(then, value, at)...)
			}
		default:
			t.Fatalf("the schema has %q, which this test does not know", word)
		}
	}
	return faults
}

func ofType(name string, value any) bool {
	switch v := value.(type) {
	case nil:
		return name == "null"
	case bool:
		return name == "boolean"
	case float64:
		return name == "number" || name == "integer" && v == float64(int(v))
	case string:
		return name == "string"
	case []any:
		return name == "array"
	}
	return name == "object"
}
