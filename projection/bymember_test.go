package projection_test

import (
	"errors"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// speeds are two estimated speeds of adjustment and, of Spain, a share that is held.
func speeds() scenario.Scenario {
	speed := func(name string, fraction, se float64) scenario.Response {
		return scenario.Partial{Response: scenario.Jump{}, Fraction: fraction, SE: se, Estimate: name}
	}
	return scenario.Scenario{
		Name: "speeds", Pledge: nato.Hague2025().Pledge, Growth: uncertain,
		Response: scenario.ByMember{
			Of:   map[string]scenario.Response{"DEU": speed("near", 0.3, 0.05), "FRA": speed("near", 0.3, 0.05), "ESP": scenario.Hold{}},
			Else: scenario.Shocked{Response: speed("far", 0.2, 0.3), SD: 0.03},
		},
	}
}

// Members follow their own response in a simulation, worked out in rows or draw by
// draw, all of them simulated or one by one.
func TestByMemberSimulated(t *testing.T) {
	s, own := speeds(), speeds()
	own.Response = hiddenResponse{own.Response}
	for _, antithetic := range []bool{false, true} {
		o := projection.Options{Base: 2026, Draws: 6, Antithetic: antithetic, Members: []string{"DEU", "ESP", "FRA", "ITA"}}
		a, b := simulate(t, nato.Latest(), s, o), simulate(t, nato.Latest(), own, o)
		for _, code := range a.Codes() {
			o.Members = []string{code}
			alone := simulate(t, nato.Latest(), s, o)
			for draw := range 6 {
				var paths []string
				for _, e := range []*projection.Ensemble{a, b, alone} {
					path, err := e.Draw(code, draw)
					if err != nil {
						t.Fatal(err)
					}
					paths = append(paths, path.String())
				}
				if paths[0] != paths[1] || paths[0] != paths[2] {
					t.Errorf("%s, draw %d: %s, draw by draw %s, alone %s", code, draw, paths[0], paths[1], paths[2])
				}
			}
		}
	}
}

// Without luck in growth, two members that follow one estimate close the same part
// of their gaps in a draw.
func TestByMemberSharesTheErrorOfAnEstimate(t *testing.T) {
	s := speeds()
	s.Growth = scenario.AR1{Around: scenario.Constant(0.01)}
	e := simulate(t, nato.Latest(), s, projection.Options{Base: 2026, Draws: 50, Members: []string{"DEU", "FRA"}})
	for draw := range 50 {
		var closed []float64
		for _, code := range e.Codes() {
			path, err := e.Draw(code, draw)
			if err != nil {
				t.Fatal(err)
			}
			from, _ := path.At(2026)
			to, _ := path.At(2027)
			closed = append(closed, (to-from)/(0.035-from))
		}
		near(t, "part of the gap closed by France", closed[1], closed[0], 1e-9)
	}
}

// A member's break-even is that of its own response.
func TestBreakEvenPaceByMember(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.015, 1000)
	s := scenario.Scenario{Name: "own", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0.02)}
	find := func(r scenario.Response) (float64, error) {
		s.Response = r
		b, err := projection.BreakEvenPace(d, s, "AAA", projection.Options{To: 2030})
		if err != nil {
			return 0, err
		}
		return b.Value, nil
	}
	budget, ramp := scenario.Budget{RealGrowth: 0.02}, scenario.Ramp{}
	want, err := find(scenario.Floor{Response: budget})
	if err != nil {
		t.Fatal(err)
	}
	aaa := func(r scenario.Response) map[string]scenario.Response { return map[string]scenario.Response{"AAA": r} }
	for _, r := range []scenario.Response{
		scenario.ByMember{Of: aaa(budget), Else: ramp},
		scenario.Floor{Response: scenario.ByMember{Of: aaa(scenario.ByMember{Of: aaa(budget)}), Else: ramp}},
	} {
		if got, err := find(r); err != nil || got != want {
			t.Errorf("%v: %v (%v), want %v", r, got, err, want)
		}
	}
	if got, err := find(scenario.ByMember{Of: aaa(ramp), Else: budget}); err != nil {
		t.Error(err)
	} else { // as in TestBreakEvenPaceOfARamp
		near(t, "step", got, 0.0005, 2e-8)
	}
	if _, err := find(scenario.ByMember{Of: aaa(scenario.Hold{}), Else: budget}); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("a member that holds its share has a pace: %v", err)
	}
	if _, err := find(scenario.ByMember{Of: aaa(nil), Else: budget}); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("a missing response: %v", err)
	}
	_, err = find(scenario.ByMember{Of: map[string]scenario.Response{"BBB": ramp}, Else: budget})
	if !errors.Is(err, scenario.ErrUnknownMember) {
		t.Errorf("an unknown member: %v", err)
	}
}

func TestRunByMember(t *testing.T) {
	s := speeds()
	r, err := projection.Run(nato.Latest(), s, projection.Options{Base: 2025, To: 2027, Members: []string{"DEU", "ESP"}})
	if err != nil {
		t.Fatal(err)
	}
	// Germany is at 2.22% in 2025: 3.5 - (3.5-2.22)*0.7^2 = 2.8728. Spain holds 2.00%.
	for code, want := range map[string]float64{"DEU": 0.028728, "ESP": 0.02} {
		path, err := r.Share(code)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := path.At(2027)
		near(t, code, got, want, 1e-12)
	}
}

// The speeds of adjustment that were observed run as they are: the gap to what is asked
// shrinks and never closes, by the speed of the member's group.
func TestObservedResponseRuns(t *testing.T) {
	o, err := nato.ObservedResponse(nato.SinceInvasion())
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{Name: "as since 2022", Pledge: nato.Hague2025().Pledge, Growth: uncertain, Response: o.Response()}
	e := simulate(t, nato.Latest(), s, projection.Options{Base: 2026, To: 2035, Draws: 100})
	for code, speed := range map[string]float64{"ITA": o.Near.Gap.Speed, "ESP": o.Far.Gap.Speed, "NOR": o.All.Gap.Speed} {
		path, err := e.Central().Share(code)
		if err != nil {
			t.Fatal(err)
		}
		from, _ := path.At(2026)
		to, _ := path.At(2030)
		near(t, code, to, 0.035-(0.035-from)*math.Pow(1-speed, 4), 1e-12)
	}
}
