package projection_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// inTurns is a response of the caller's own whose share repeats every three years.
type inTurns [3]float64

func (s inTurns) Spend(v scenario.View, _ scenario.Ask) float64 { return s[v.Year%3] * v.Expected }

// A path that still rises when it is given up is not said to lead nowhere; what counts
// is the last of its years, which is 250 after the horizon.
func TestNeverLooksAtTheLastYear(t *testing.T) {
	const to = 2030 // the last year is 2280, a multiple of 3
	for _, c := range []struct {
		name  string
		share float64
		react scenario.Response
		want  bool
	}{
		// 1% grows to 1.3% in 260 years, 2% would take 694.
		{"it rises slowly", 0.01, scenario.Budget{RealGrowth: 0.001}, false},
		{"it stands still", 0.01, scenario.Hold{}, true},
		{"there is nothing", 0, scenario.Hold{}, true},
		{"it falls in the last year, after a rise", 0.01, inTurns{0.011, 0.010, 0.012}, true},
		{"it rises in the last year, after a fall", 0.01, inTurns{0.011, 0.012, 0.010}, false},
	} {
		d := country(t, "AAA", "million", 2020, c.share, 100)
		r := run(t, d, scenario.Scenario{Name: c.name, Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0), Response: c.react}, projection.Options{To: to})
		if reach, err := r.Reach("AAA"); err != nil || reach.Status != projection.NotByHorizon || reach.Never != c.want {
			t.Errorf("%s: %+v, %v", c.name, reach, err)
		}
	}
}

// byYear asks for a share that changes from year to year, by the same deadline.
type byYear map[int]float64

func (p byYear) Ask(v scenario.View) scenario.Ask { return scenario.Ask{Share: p[v.Year], By: 2024} }

// Each thing that is asked is a milestone, once, and years in which nothing is asked
// are none.
func TestMilestonesAreWhatIsAsked(t *testing.T) {
	for _, c := range []struct {
		name   string
		pledge scenario.Pledge
		want   []float64
	}{
		{"nothing", nil, nil},
		{"later", scenario.Target{Share: 0.02, From: 2022}, []float64{0.02}},
		{"beyond the horizon", scenario.Target{Share: 0.02, From: 2050}, nil},
		{"more, by the same deadline", byYear{2021: 0.02, 2022: 0.03, 2023: 0.03}, []float64{0.02, 0.03}},
		{"again, after a year without", byYear{2021: 0.02, 2023: 0.02}, []float64{0.02, 0.02}},
	} {
		milestones, err := planned(t, c.pledge, 0.01, 0.015, 0.02, 0.025, 0.03).Milestones("AAA")
		var got []float64
		for _, m := range milestones {
			got = append(got, m.Target)
		}
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", c.name, err, diff)
		}
	}
}

// The largest share that is accepted can be asked for, and no larger one.
func TestReachShareUpToTheLargest(t *testing.T) {
	r := planned(t, nil, 0.01, 0.25)
	if reach, err := r.ReachShare("AAA", scenario.MaxShare); err != nil || reach.Status != projection.MetLater {
		t.Errorf("%+v, %v", reach, err)
	}
	for _, share := range []float64{0, -0.01, 0.2501} {
		if _, err := r.ReachShare("AAA", share); !errors.Is(err, scenario.ErrUnit) {
			t.Errorf("%v: %v", share, err)
		}
	}
}
