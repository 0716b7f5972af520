package scenario_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/pledgesim/pledgesim/scenario"
)

// Files that are refused: whole ones, or a part of a file of one scenario in which all
// else is sound. The schema refuses those marked so as well; the others depend on
// several values, on names or on how JSON is written. testdata/refused.md has the
// message of each.
var refused = []struct {
	name, part, text string
	schema           bool
}{
	{"share out of bounds", "pledge", `{"kind": "target", "share_percent": 250, "by": 2030}`, true},
	{"share of zero", "pledge", `{"kind": "target", "share_percent": 0}`, true},
	{"negative share", "pledge", `{"kind": "target", "share_percent": -2}`, true},
	{"share in a text", "pledge", `{"kind": "target", "share_percent": "2.5"}`, true},
	{"share with a sign of per cent", "pledge", `{"kind": "target", "share_percent": "2.5%"}`, true},
	{"share without its unit", "pledge", `{"kind": "target", "share": 2.5}`, true},
	{"share as a fraction", "pledge", `{"kind": "target", "share_fraction": 0.025}`, true},
	{"no share", "pledge", `{"kind": "target", "by": 2030}`, true},
	{"null for a number", "pledge", `{"kind": "target", "share_percent": 2, "by": null}`, true},
	{"year in a text", "pledge", `{"kind": "target", "share_percent": 2, "by": "2030"}`, true},
	{"part of a year", "pledge", `{"kind": "target", "share_percent": 2, "by": 2030.5}`, true},
	{"no such year", "pledge", `{"kind": "target", "share_percent": 2, "by": 20300}`, true},
	{"true for a number", "pledge", `{"kind": "target", "share_percent": true}`, true},
	{"exponent out of reach", "pledge", `{"kind": "target", "share_percent": 1e99999999999999999999}`, false},
	{"no kind", "pledge", `{"share_percent": 2}`, true},
	{"kind misspelt", "pledge", `{"kind": "targt", "share_percent": 2}`, true},
	{"kind of another part", "pledge", `{"kind": "ramp"}`, true},
	{"kind that is no text", "pledge", `{"kind": 1}`, true},
	{"pledge in a text", "pledge", `"2% by 2030"`, true},
	{"pledge in a list", "pledge", `[{"kind": "target", "share_percent": 2}]`, true},
	{"key of another kind", "pledge", `{"kind": "target", "share_percent": 2, "pace_points": 0.1}`, true},
	{"key in capitals", "pledge", `{"kind": "target", "Share_Percent": 2}`, true},
	{"key twice", "pledge", `{"kind": "target", "share_percent": 2, "share_percent": 3}`, false},
	{"deadline before it is known", "pledge", `{"kind": "target", "share_percent": 2, "from": 2030, "by": 2024}`, false},
	{"no steps", "pledge", `{"kind": "steps", "steps": []}`, false},
	{"steps that are no list", "pledge", `{"kind": "steps", "steps": {"share_percent": 2}}`, true},
	{"step in a text", "pledge", `{"kind": "steps", "steps": ["2%"]}`, true},
	{"step with a kind", "pledge", `{"kind": "steps", "steps": [{"kind": "target", "share_percent": 2}]}`, true},
	{"steps out of order", "pledge", `{"kind": "steps", "steps": [{"share_percent": 3, "by": 2035}, {"share_percent": 2, "by": 2030}]}`, false},
	{"terms in a list", "pledge", `{"kind": "except", "terms": ["ISL"]}`, true},
	{"terms of one member wrong", "pledge", `{"kind": "except", "terms": {"ISL": null, "POL": {"kind": "target", "share_percent": 40}}}`, true},
	{"name that is not supplied", "pledge", `{"kind": "named", "name": "mine-2025"}`, false},
	{"no name", "pledge", `{"kind": "named"}`, true},
	{"nothing is supplied", "response", `{"kind": "named", "name": "mine-2026"}`, false},
	{"growth of null", "growth", `null`, true},
	{"rate out of bounds", "growth", `{"kind": "constant", "rate_percent": 150}`, true},
	{"rate as a fraction", "growth", `{"kind": "constant", "rate": 0.015}`, true},
	{"no rates", "growth", `{"kind": "table", "rates_percent": {}}`, false},
	{"rates without years", "growth", `{"kind": "table", "rates_percent": {"DEU": 1.5}}`, true},
	{"year of two digits", "growth", `{"kind": "table", "rates_percent": {"DEU": {"30": 1.5}}}`, true},
	{"rate of one year wrong", "growth", `{"kind": "table", "rates_percent": {"DEU": {"2030": 1.5, "2031": 1500}}}`, true},
	{"rate that was not published", "growth", `{"kind": "table", "rates_percent": {"DEU": {"2030": null}}}`, true},
	{"figure without its unit", "growth", `{"kind": "table", "rates_percent": {"DEU": {"2030": {"value": 1.5}}}}`, true},
	{"unknown status", "growth", `{"kind": "table", "rates_percent": {"DEU": {"2030": {"percent": 1.5, "status": "guessed"}}}}`, true},
	{"source without a day", "growth", `{"kind": "table", "rates_percent": {"DEU": {"2030": 1}}, "sources": [{"date": "July 2026"}]}`, true},
	{"day as a number", "growth", `{"kind": "table", "rates_percent": {"DEU": {"2030": 1}}, "sources": [{"date": 2026}]}`, true},
	{"random path inside itself", "growth", `{"kind": "ar1", "sd_points": 1, "around": {"kind": "ar1", "sd_points": 1, "around": {"kind": "constant", "rate_percent": 1}}}`, false},
	{"no path inside", "growth", `{"kind": "shift", "by_points": 1}`, true},
	{"tails too fat", "growth", `{"kind": "ar1", "sd_points": 1, "tails_degrees_of_freedom": 2, "around": {"kind": "constant", "rate_percent": 1}}`, true},
	{"code of no member", "growth", `{"kind": "ar1", "sd_points": 1, "terms": {"Germany": {"sd_points": 1}}, "around": {"kind": "constant", "rate_percent": 1}}`, false},
	{"blocks longer than the window", "growth", `{"kind": "bootstrap", "years": 5, "block_years": 6}`, false},
	{"loss out of bounds", "growth", `{"kind": "shock", "path": {"kind": "historic"}, "first": 2027, "depth_percent": 60}`, true},
	{"recession without a year", "growth", `{"kind": "shock", "path": {"kind": "historic"}, "first": 0, "depth_percent": 6}`, false},
	{"pace out of bounds", "response", `{"kind": "ramp", "pace_points": 10}`, true},
	{"pace in per cent", "response", `{"kind": "ramp", "pace_percent": 0.1}`, true},
	{"unknown shape", "response", `{"kind": "ramp", "shape": "front_loaded"}`, true},
	{"shape as a number", "response", `{"kind": "ramp", "shape": 1}`, true},
	{"cap out of bounds, twice inside", "response", `{"kind": "capped", "max_growth_percent": 90, "response": {"kind": "delayed", "years": -1, "response": {"kind": "jump"}}}`, true},
	{"no response inside", "response", `{"kind": "up-to"}`, true},
	{"null inside", "response", `{"kind": "up-to", "response": null}`, true},
	{"plan with a gap", "response", `{"kind": "plan", "spending_money": {"DEU": {"2027": 80000, "2029": 90000}}}`, false},
	{"plan with negative money", "response", `{"kind": "plan", "spending_money": {"DEU": {"2027": -80000}}}`, true},
	{"plan with a separator of thousands", "response", `{"kind": "plan", "spending_money": {"DEU": {"2027": "80,000"}}}`, true},
	{"chance out of bounds", "response", `{"kind": "wavering", "keep": {"kind": "hold"}, "chance_percent": 120}`, true},
	{"chances above one", "response", `{"kind": "slipped", "response": {"kind": "ramp"}, "chances_percent": [80, 40]}`, false},
	{"speed without a level", "response", `{"kind": "peers", "speed_percent": 4}`, false},
	{"fraction of none", "response", `{"kind": "partial", "response": {"kind": "jump"}, "fraction_percent": 0}`, true},
	{"no member", "response", `{"kind": "by-member", "of": {}}`, false},
	{"ramp that never moves", "file", `{"scenarios": [{"name": "a", "pledge": {"kind": "target", "share_percent": 2}, "growth": {"kind": "historic"}, "response": {"kind": "ramp"}}]}`, false},
	{"unknown key of a scenario", "file", `{"scenarios": [{"name": "a", "pledge": null, "growth": {"kind": "historic"}, "respons": {"kind": "ramp"}}]}`, true},
	{"no name, pledge or growth", "file", `{"scenarios": [{}]}`, true},
	{"empty name", "file", `{"scenarios": [{"name": " ", "pledge": null, "growth": {"kind": "historic"}}]}`, false},
	{"name with a line break", "file", "{\"scenarios\": [{\"name\": \"a\\nb\", \"pledge\": null, \"growth\": {\"kind\": \"historic\"}}]}", false},
	{"name twice", "file", "{\"defaults\": {\"pledge\": null, \"growth\": {\"kind\": \"historic\"}},\n\"scenarios\": [{\"name\": \"a\"},\n{\"name\": \"a\"}]}", false},
	{"name in the defaults", "file", `{"defaults": {"name": "a"}, "scenarios": [{"name": "a", "pledge": null, "growth": {"kind": "historic"}}]}`, true},
	{"fault of the defaults, said once", "file", "{\"defaults\": {\"pledge\": null, \"growth\": {\"kind\": \"historic\", \"years\": 300}},\n\"scenarios\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}", true},
	{"no scenarios", "file", `{"title": "none"}`, true},
	{"empty scenarios", "file", `{"scenarios": []}`, true},
	{"scenarios by name", "file", `{"scenarios": {"a": {}}}`, true},
	{"scenario in a text", "file", `{"scenarios": ["a"]}`, true},
	{"unknown key of the file", "file", `{"titel": "a", "scenarios": [{"name": "a", "pledge": null, "growth": {"kind": "historic"}}]}`, true},
	{"number for a title", "file", `{"title": 1, "scenarios": [{"name": "a", "pledge": null, "growth": {"kind": "historic"}}]}`, true},
	{"list for a file", "file", `[]`, true},
	{"text for a file", "file", `"scenarios"`, true},
	{"empty file", "file", ``, false},
	{"not JSON", "file", `name: a`, false},
	{"bracket not closed", "file", `{"scenarios": [`, false},
	{"comma too many", "file", "{\"scenarios\": [],\n}", false},
	{"comment", "file", "{\n  // targets\n  \"scenarios\": []}", false},
	{"no number", "file", `{"scenarios": NaN}`, false},
	{"decimal comma", "pledge", `{"kind": "target", "share_percent": 2,5}`, false},
	{"plus sign", "pledge", `{"kind": "target", "share_percent": +2}`, false},
	{"trailing data", "file", "{\"scenarios\": []}\n{}", false},
	{"not UTF-8", "file", "{\"title\": \"M\xfcnchen\"}", false},
	{"half a character", "file", "{\"title\": \"\\ud83d\", \"scenarios\": [{\"name\": \"a\", \"pledge\": null, \"growth\": {\"kind\": \"historic\"}}]}", false},
}

// inFile puts a pledge into line 2 of a file, a growth path into line 3, a response into
// line 4.
func inFile(part, text string) string {
	parts := map[string]string{
		"pledge":   `{"kind": "target", "share_percent": 2, "by": 2030}`,
		"growth":   `{"kind": "constant", "rate_percent": 1}`,
		"response": `{"kind": "hold"}`,
	}
	if part == "file" {
		return text
	}
	parts[part] = text
	return fmt.Sprintf("{\"scenarios\": [{\"name\": \"a\",\n\"pledge\": %s,\n\"growth\": %s,\n\"response\": %s}]}",
		parts["pledge"], parts["growth"], parts["response"])
}

// decodeFaults reads a file that is to be refused, with two names supplied.
func decodeFaults(t *testing.T, text string) error {
	t.Helper()
	f, err := scenario.Decode(strings.NewReader(text), scenario.DecodeOptions{
		Pledges: map[string]scenario.Pledge{"mine-2026": scenario.Target{Share: 2 * pct, By: 2030}},
		Growth:  map[string]scenario.GrowthPath{"forecast-2026": scenario.Constant(1 * pct)},
	})
	var field *scenario.FieldError
	if f != nil || !errors.As(err, &field) {
		t.Errorf("%v with %v is no FieldError alone", f, err)
	}
	return err
}

func TestDecodeSaysWhatIsWrongAndWhere(t *testing.T) {
	cell := strings.NewReplacer("|", "\\|", "\n", "⏎", "\xfc", "\\xfc").Replace
	table := "| refused | part | text | message |\n| --- | --- | --- | --- |\n"
	schema := newSchema(t)
	for _, test := range refused {
		text := inFile(test.part, test.text)
		messages := strings.Join(texts(decodeFaults(t, text)), "<br>")
		table += fmt.Sprintf("| %s | %s | `%s` | %s |\n", test.name, test.part, cell(test.text), cell(messages))
		if test.schema && schema.faults(t, []byte(text)) == nil {
			t.Errorf("%s: the schema takes it", test.name)
		}
	}
	golden(t, "testdata/refused.md", table)
}

// One mistake is one fault: a misspelt key is not missing as well, and what a scenario
// lacks for a fault of its own is not held against it.
func TestDecodeReportsAllFaultsAtOnce(t *testing.T) {
	equal(t, texts(decodeFaults(t, `{"title": "a",
"scenarios": [
  {"name": "a", "pledge": {"kind": "target", "share_pct": 200}, "growth": {"kind": "constnat"}},
  {"name": "b", "pledge": {"kind": "target", "share_percent": 200, "by": "soon"}, "growth": null, "note": 3},
  {"name": "b", "pledge": {"kind": "target", "share_percent": 2}, "growth": {"kind": "historic"}, "response": {"kind": "ramp"}}
], "title": "b"}`)), []string{
		"line 3, column 46: scenarios[0].pledge.share_pct is no key of kind target: did you mean share_percent?",
		`line 3, column 84: scenarios[0].growth.kind = "constnat" is not the kind of a growth path: did you mean constant?`,
		"line 4, column 63: scenarios[1].pledge.share_percent = 200 is not a number of per cent in (0, 25]",
		`line 4, column 74: scenarios[1].pledge.by = "soon" is a text, not a calendar year`,
		`line 4, column 93: scenarios[1].growth is null, not a growth path such as {"kind": "constant", …}`,
		"line 4, column 107: scenarios[1].note = 3 is a number, not a text",
		`line 5, column 12: scenarios[2].name = "b" occurs twice: scenarios are told apart by their names`,
		"line 5, column 111: scenarios[2].response.pace_points never moves towards a pledge without a deadline: give a yearly step, for example 0.1",
		"line 6, column 4: title occurs twice, first in line 1",
	})
}

func TestDecodeKinds(t *testing.T) {
	for text, kind := range map[string]error{
		inFile("pledge", `{"kind": "target", "share_percent": 250}`):                                                                scenario.ErrUnit,
		inFile("pledge", `{"kind": "target"}`):                                                                                      scenario.ErrMissing,
		inFile("pledge", `{"kind": "target", "share_percent": 2, "share_percent": 2}`):                                              scenario.ErrDuplicate,
		inFile("pledge", `{"kind": "target", "share_percent": 2, "by": 20300}`):                                                     scenario.ErrInvalid,
		inFile("growth", `{"kind": "ar1", "sd_points": 1, "terms": {"Germany": {"sd_points": 1}}, "around": {"kind": "historic"}}`): scenario.ErrUnknownMember,
	} {
		if err := decodeFaults(t, text); !errors.Is(err, kind) {
			t.Errorf("%v is not %v", err, kind)
		}
	}
}

// Of a file that is wrong throughout, the first faults are enough.
func TestDecodeStopsAtTwentyFaults(t *testing.T) {
	all := texts(decodeFaults(t, `{"scenarios": [`+strings.Repeat(`1, `, 30)+`1]}`))
	equal(t, len(all), 21)
	equal(t, all[19:], []string{
		`line 1, column 73: scenarios[19] = 1 is a number, not a scenario such as {"name": …}`,
		"file has more than these 20 faults: mend them first",
	})
}

func TestDecodeLimits(t *testing.T) {
	inside := func(open, end string, levels int, innermost string) string {
		return strings.Repeat(open, levels) + innermost + strings.Repeat(end, levels)
	}
	terms := inside(`{"kind": "except", "terms": {"DEU": `, `}}`, scenario.MaxNesting-1, `{"kind": "target", "share_percent": 2, "by": 2030}`)
	if _, err := scenario.Decode(strings.NewReader(inFile("pledge", terms)), scenario.DecodeOptions{}); err != nil {
		t.Errorf("as many parts inside one another as a scenario may have: %v", err)
	}
	jump := func(levels int) string {
		return inFile("response", inside(`{"kind": "up-to", "response": `, `}`, levels, `{"kind": "jump"}`))
	}
	equal(t, texts(decodeFaults(t, jump(scenario.MaxNesting))), []string{
		"line 4, column 13: scenarios[0].response has parts inside one another, more than 32 deep: does one of them contain itself?",
	})
	equal(t, texts(decodeFaults(t, jump(97)))[0],
		"line 4, column 2923: scenarios[0].response"+strings.Repeat(".response", 97)+" is nested more than 100 levels deep")
	equal(t, texts(decodeFaults(t, strings.Repeat(" ", scenario.MaxScenarioBytes)+"{}")),
		[]string{"file has more than 4194304 bytes: split it"})
	_, err := scenario.Decode(iotest.ErrReader(io.ErrUnexpectedEOF), scenario.DecodeOptions{})
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v does not tell what stopped reading", err)
	}
}
