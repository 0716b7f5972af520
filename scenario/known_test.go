package scenario_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// inTurn is a pledge of the caller's own that knows when its parts were made.
type inTurn []scenario.Target

func (p inTurn) Ask(v scenario.View) scenario.Ask { return p[len(p)-1].Ask(v) }

func (p inTurn) KnownBy(year int) scenario.Pledge {
	for len(p) > 0 && p[len(p)-1].From > year {
		p = p[:len(p)-1]
	}
	if len(p) == 0 {
		return nil
	}
	return p
}

// silent is a pledge of the caller's own that does not.
type silent struct{}

func (silent) Ask(scenario.View) scenario.Ask { return scenario.Ask{Share: 0.02} }

func TestKnownByDropsWhatIsNotKnownYet(t *testing.T) {
	old := scenario.Target{Share: 2 * pct, From: 2015, By: 2024}
	late := scenario.Target{Share: 3.5 * pct, From: 2026, By: 2035}
	always := scenario.Target{Share: 1 * pct}
	for name, c := range map[string]struct {
		pledge scenario.Pledge
		year   int
		want   scenario.Pledge
	}{
		"no pledge":                 {nil, 2020, nil},
		"known in its year":         {old, 2015, old},
		"not the year before":       {old, 2014, nil},
		"always known":              {always, 1950, always},
		"a pointer":                 {&late, 2025, nil},
		"a pointer that is known":   {&late, 2026, &late},
		"the first of steps":        {scenario.Steps{old, late}, 2020, scenario.Steps{old}},
		"all steps":                 {scenario.Steps{old, late}, 2026, scenario.Steps{old, late}},
		"no step":                   {scenario.Steps{old, late}, 2014, nil},
		"what follows is not known": {scenario.Steps{old, late, {Share: 4 * pct, By: 2040}}, 2020, scenario.Steps{old}},
		"own terms": {scenario.Except{Pledge: old, Terms: map[string]scenario.Pledge{"POL": late, "ISL": nil, "DEU": scenario.Steps{old, late}}}, 2020,
			scenario.Except{Pledge: old, Terms: map[string]scenario.Pledge{"POL": nil, "ISL": nil, "DEU": scenario.Steps{old}}}},
		"common terms":         {scenario.Except{Pledge: late, Terms: map[string]scenario.Pledge{"POL": old}}, 2020, scenario.Except{Terms: map[string]scenario.Pledge{"POL": old}}},
		"one's own that knows": {inTurn{old, late}, 2020, inTurn{old}},
		"nested":               {scenario.Except{Pledge: inTurn{old, late}, Terms: map[string]scenario.Pledge{}}, 2014, scenario.Except{Terms: map[string]scenario.Pledge{}}},
		"one's own":            {silent{}, 1950, silent{}},
	} {
		t.Run(name, func(t *testing.T) { equal(t, scenario.KnownBy(c.pledge, c.year), c.want) })
	}
}

// Cutting a pledge changes nothing that it asked up to the year in which all of the
// rest is made.
func TestKnownByKeepsWhatWasAsked(t *testing.T) {
	p := scenario.Steps{{Share: 2 * pct, From: 2020, By: 2030}, {Share: 3 * pct, From: 2028, By: 2035}, {Share: 4 * pct, From: 2033}}
	m := member(1, 1.1)
	for _, known := range []int{2019, 2020, 2027, 2028, 2033} {
		cut := scenario.KnownBy(p, known)
		for year := base + 1; year <= known; year++ {
			v := scenario.View{Member: m, Base: base, Year: year}
			var got scenario.Ask
			if cut != nil {
				got = cut.Ask(v)
			}
			if want := p.Ask(v); got != want {
				t.Errorf("known by %d, %d: asks %v, want %v", known, year, got, want)
			}
		}
	}
}

func TestKnownByKeepsTheGivenPledge(t *testing.T) {
	steps := scenario.Steps{{Share: 2 * pct, By: 2024}, {Share: 3 * pct, From: 2026}}
	cut := scenario.KnownBy(steps, 2020).(scenario.Steps)
	_ = append(cut, scenario.Target{Share: 9 * pct})
	equal(t, steps[1], scenario.Target{Share: 3 * pct, From: 2026})
}
