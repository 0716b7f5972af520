package nato_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// The pledges of NATO and the forecasts of the IMF need not be typed in.
func ExampleNamed() {
	const file = `{"scenarios": [{
  "name": "The Hague, Germany sooner",
  "pledge": {
    "kind": "except",
    "pledge": {"kind": "named", "name": "hague-2025"},
    "terms": {"DEU": {"kind": "named", "name": "deu-2025-06"}, "ISL": null}
  },
  "growth": {"kind": "named", "name": "imf-2026-04"},
  "response": {"kind": "ramp"}
}]}`
	f, err := scenario.Decode(strings.NewReader(file), nato.Named())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Scenarios[0])
	// Output:
	// The Hague, Germany sooner
	//   pledge:   3.5% of GDP by 2035, known from 2026; DEU: 2.4% of GDP by 2025, known from 2025; then 3.5% of GDP by 2029, known from 2025; ISL: exempt
	//   growth:   GDP grows as in IMF WEO, April 2026
	//   response: the share reaches the target by the deadline through equal yearly steps
}

func TestNamed(t *testing.T) {
	named := nato.Named()
	for name, want := range map[string]scenario.Pledge{
		"riga-2006": nato.Riga2006().Pledge, "wales-2014": nato.Wales2014().Pledge,
		"vilnius-2023": nato.Vilnius2023().Pledge, "hague-2025": nato.Hague2025().Pledge,
	} {
		if diff := cmp.Diff(want, named.Pledges[name]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	shares := 0
	for _, a := range nato.AllAnnounced() {
		p, ok := a.Pledge()
		if !ok {
			continue
		}
		shares++
		if diff := cmp.Diff(p, named.Pledges[a.ID]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", a.ID, diff)
		}
	}
	if n := len(named.Pledges); n != 4+shares {
		t.Errorf("%d pledges, want 4 agreed and %d announced: a name is used twice", n, shares)
	}
	var want []string
	for _, v := range imf.Vintages() {
		want = append(want, "imf-"+v, "imf-"+v+"-deflator")
	}
	want = slices.DeleteFunc(want, func(name string) bool { return name == "imf-2020-04-deflator" }) // which the IMF did not publish
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(named.Growth))); diff != "" {
		t.Errorf("growth (-want +got):\n%s", diff)
	}
}

// What the names stand for can be written out, and is read back without them.
func TestNamedCanBeWritten(t *testing.T) {
	named := nato.Named()
	var f scenario.File
	for name, p := range named.Pledges {
		f.Scenarios = append(f.Scenarios, scenario.Scenario{Name: name, Pledge: p, Growth: scenario.Historic{}})
	}
	for _, name := range []string{"imf-2026-04", "imf-2019-04-deflator"} {
		f.Scenarios = append(f.Scenarios, scenario.Scenario{Name: name, Growth: named.Growth[name]})
	}
	var b bytes.Buffer
	if err := scenario.Encode(&b, f); err != nil {
		t.Fatal(err)
	}
	back, err := scenario.Decode(&b, scenario.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range f.Scenarios {
		if d := scenario.Diff(s, back.Scenarios[i]); d != nil {
			t.Errorf("%s: %v", s.Name, d)
		}
	}
}
