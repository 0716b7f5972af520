package scenario_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// ownPledge is a pledge that is not of the package.
type ownPledge struct{}

func (ownPledge) Ask(scenario.View) scenario.Ask { return scenario.Ask{Share: 0.02, By: 2030} }

func TestDecodeSample(t *testing.T) {
	text, err := os.ReadFile("testdata/targets.json")
	if err != nil {
		t.Fatal(err)
	}
	growth := scenario.Constant(1.5 * pct)
	equal(t, decoded(t, text), scenario.File{
		Title: "Two targets", Note: "The rates are illustrative.",
		Scenarios: []scenario.Scenario{
			{Name: "2% at the present pace", Pledge: scenario.Target{Share: 0.02}, Growth: growth},
			{Name: "2.5% by 2030", Pledge: scenario.Target{Share: 0.025, By: 2030}, Growth: growth, Response: scenario.Ramp{}, Note: "Half a point more."},
			{Name: "nothing asked", Growth: growth, Response: scenario.Hold{}},
		},
	})
}

// The sample with every kind and key is written as it was read, so that it shows the
// layout.
func TestSampleOfEveryKind(t *testing.T) {
	text, err := os.ReadFile("testdata/every-kind.json")
	if err != nil {
		t.Fatal(err)
	}
	equal(t, string(encoded(t, decoded(t, text))), string(text))
	defs := newSchema(t).root["$defs"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(defs)) {
		family, kind, ok := strings.Cut(name, "-")
		if !ok || kind == "named" {
			continue
		}
		if !strings.Contains(string(text), fmt.Sprintf(`"kind": %q`, kind)) {
			t.Errorf("the sample has no %s of kind %s", family, kind)
		}
		for key := range defs[name].(map[string]any)["properties"].(map[string]any) {
			if !strings.Contains(string(text), fmt.Sprintf("%q: ", key)) {
				t.Errorf("the sample has no %s, of kind %s", key, kind)
			}
		}
	}
}

// A scenario takes over what it leaves out; null is not left out.
func TestDecodeDefaults(t *testing.T) {
	f := decoded(t, []byte(`{
		"defaults": {
			"pledge": {"kind": "target", "share_percent": 2, "by": 2030}, "growth": {"kind": "historic"},
			"response": {"kind": "jump"}, "note": "for all"
		},
		"scenarios": [
			{"name": "all"},
			{"name": "none", "pledge": null, "growth": {"kind": "constant", "rate_percent": 1}, "response": null, "note": ""}
		]
	}`))
	equal(t, f.Scenarios, []scenario.Scenario{
		{Name: "all", Pledge: scenario.Target{Share: 0.02, By: 2030}, Growth: scenario.Historic{}, Response: scenario.Jump{}, Note: "for all"},
		{Name: "none", Growth: scenario.Constant(0.01)},
	})
}

func TestDecodeNames(t *testing.T) {
	o := scenario.DecodeOptions{
		Pledges:   map[string]scenario.Pledge{"mine": ownPledge{}, "none": nil},
		Growth:    map[string]scenario.GrowthPath{"forecast": scenario.Constant(0.01)},
		Responses: map[string]scenario.Response{"ours": unnamed{}},
	}
	f, err := scenario.Decode(strings.NewReader(`{"scenarios": [
		{"name": "a", "pledge": {"kind": "named", "name": "mine"}, "growth": {"kind": "named", "name": "forecast"}, "response": {"kind": "named", "name": "ours"}},
		{"name": "b", "pledge": {"kind": "except", "pledge": {"kind": "named", "name": "mine"}, "terms": {"POL": {"kind": "named", "name": "none"}}},
		 "growth": {"kind": "shift", "path": {"kind": "named", "name": "forecast"}, "by_points": -0.5}}
	]}`), o)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, f.Scenarios, []scenario.Scenario{
		{Name: "a", Pledge: ownPledge{}, Growth: scenario.Constant(0.01), Response: unnamed{}},
		{Name: "b", Pledge: scenario.Except{Pledge: ownPledge{}, Terms: map[string]scenario.Pledge{"POL": nil}}, Growth: scenario.Shift{Path: scenario.Constant(0.01), By: -0.005}},
	})
}

// Per cent are read by moving the decimal point, as a literal in Go is.
func TestDecodeNumbers(t *testing.T) {
	for text, want := range map[string]float64{
		"8.9": 0.089, "2": 0.02, "2.50": 0.025, "25e-1": 0.025, "0.25E+1": 0.025, "1e1": 0.1, "25.0": 0.25,
		"0.1": 0.001, "2.0000000000000004": 0.020000000000000004, "1e-320": 1e-322,
	} {
		f := decoded(t, []byte(inFile("pledge", `{"kind": "target", "by": 2030.0, "share_percent": `+text+`}`)))
		if got := f.Scenarios[0].Pledge; got != (scenario.Target{Share: want, By: 2030}) {
			t.Errorf("%s%% is read as %v", text, got)
		}
	}
}

// A byte order mark, other line ends and escapes change nothing.
func TestDecodeOtherEditors(t *testing.T) {
	plain := inFile("pledge", "null")
	want := decoded(t, []byte(plain))
	for _, text := range []string{
		"\ufeff" + plain,
		strings.ReplaceAll(plain, "\n", "\r\n"),
		strings.ReplaceAll(plain, `"kind"`, `"\u006bind"`),
	} {
		equal(t, decoded(t, []byte(text)), want)
	}
	equal(t, texts(decodeFaults(t, "\ufeff[]")), []string{`line 1, column 1 is a list, not a scenario file such as {"scenarios": …}`})
}

// A pointer to a model is written as the model.
func TestEncodePointers(t *testing.T) {
	s := scenario.Scenario{Name: "a", Pledge: &scenario.Target{Share: 0.02, By: 2030}, Growth: scenario.Historic{}, Response: scenario.UpTo{Response: &scenario.Trend{}}}
	got := decoded(t, encoded(t, scenario.File{Scenarios: []scenario.Scenario{s}}))
	equal(t, got.Scenarios, []scenario.Scenario{
		{Name: "a", Pledge: scenario.Target{Share: 0.02, By: 2030}, Growth: scenario.Historic{}, Response: scenario.UpTo{Response: scenario.Trend{}}},
	})
}

func TestEncodeFaults(t *testing.T) {
	sound := scenario.Scenario{Name: "a", Growth: scenario.Historic{}, Response: scenario.Hold{}}
	with := func(change func(*scenario.Scenario)) []scenario.Scenario {
		s := sound
		change(&s)
		return []scenario.Scenario{s}
	}
	var endless scenario.UpTo
	endless.Response = &endless
	table := func(r scenario.Series) scenario.Table {
		return scenario.Table{Rates: map[string]scenario.Series{"DEU": r}}
	}
	for _, test := range []struct {
		name string
		file []scenario.Scenario
		want []string
	}{
		{"no scenarios", nil, []string{"Scenarios is empty: give at least one scenario"}},
		{"same name", []scenario.Scenario{sound, sound}, []string{`Scenarios[1].Name = "a" occurs twice: scenarios are told apart by their names`}},
		{"own types", with(func(s *scenario.Scenario) {
			s.Pledge = scenario.Except{Terms: map[string]scenario.Pledge{"POL": ownPledge{}}}
			s.Response = scenario.UpTo{Response: &unnamed{}}
		}), []string{
			"Scenarios[0].Pledge.Terms[POL] is of type scenario_test.ownPledge, which a file cannot hold: it holds the types of the library",
			"Scenarios[0].Response.Response is of type *scenario_test.unnamed, which a file cannot hold: it holds the types of the library",
		}},
		{"invalid", with(func(s *scenario.Scenario) {
			s.Pledge = scenario.Target{Share: 2}
			s.Growth = nil
			s.Response = unnamed{}
		}), []string{
			`scenario "a": Pledge.Share = 2 is not a fraction in (0, 0.25] (did you mean 2*scenario.Percent?)`,
			`scenario "a": Growth is nil: it must be given`,
		}},
		{"not UTF-8", with(func(s *scenario.Scenario) { s.Note = "M\xfcnchen" }), []string{`scenario "a": Note is not text in UTF-8`}},
		{"year out of reach", with(func(s *scenario.Scenario) { s.Growth = table(scenario.NewSeries(999, 0.01)) }), []string{
			"Scenarios[0].Growth.Rates[DEU][999] cannot be written: its year does not have four digits",
		}},
		{"without end", with(func(s *scenario.Scenario) { s.Response = endless }), []string{
			`scenario "a": Response has parts inside one another, more than 32 deep: does one of them contain itself?`,
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			err := scenario.Encode(&b, scenario.File{Scenarios: test.file})
			equal(t, texts(err), test.want)
			equal(t, b.Len(), 0)
		})
	}
	err := scenario.Encode(failing{}, scenario.File{Scenarios: []scenario.Scenario{sound}})
	if !errors.Is(err, errFull) {
		t.Errorf("%v does not tell that writing failed", err)
	}
}

var errFull = errors.New("full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }
