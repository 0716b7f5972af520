package projection_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// axes make up one to three axes, of those that there are.
func (a *arbitrary) axes(base int) []projection.Axis {
	values := func(low, high float64) []float64 {
		all := make([]float64, a.in(1, 4))
		for i := range all {
			all[i] = a.between(low, high) + 1e-5*float64(i) // labels must differ
		}
		return all
	}
	ready := []func() projection.Axis{
		func() projection.Axis { return projection.Targets(values(0.001, 0.05)...) },
		func() projection.Axis { return projection.GrowthShifts(values(-0.02, 0.02)...) },
		func() projection.Axis { return projection.Growths(values(-0.05, 0.1)...) },
		func() projection.Axis { return projection.Caps(values(-0.1, 0.3)...) },
		func() projection.Axis { return projection.Paces(values(0.0001, 0.02)...) },
		func() projection.Axis { return projection.SpendingShifts(values(-0.05, 0.05)...) },
		func() projection.Axis { return projection.Deadlines(base+6, base+6+a.in(1, 20)) },
		func() projection.Axis {
			return projection.Responses(projection.NamedResponse{Name: "as usual"}, projection.NamedResponse{Name: "held", Response: scenario.Hold{}})
		},
	}
	var axes []projection.Axis
	used := map[int]bool{}
	for range a.in(1, 3) {
		i := a.upTo(len(ready) - 1)
		if !used[i] {
			axes = append(axes, ready[i]())
		}
		used[i] = true
	}
	return axes
}

// Of all data sets, scenarios, options and axes there is a sweep or an error, never
// both; every cell is what Run says of it, and every number is one.
func FuzzSweep(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		a := &arbitrary{left: data}
		d := a.data()
		o, axes := a.briefly(d), a.axes(d.Last())
		s := a.scenario(d)
		defer func() {
			if t.Failed() {
				t.Log(told(s, o), axes)
			}
		}()
		ctx := context.Background()
		g, err := projection.Sweep(ctx, d, s, axes, o)
		if either(t, "Sweep", g, err) {
			checkTable(t, "Grid", g)
			checkCells(t, d, g, o)
		}
		c, err := projection.SweepCost(ctx, d, s, axes, projection.FrozenMoney(), o)
		if either(t, "SweepCost", c, err) {
			checkTable(t, "Grid of costs", c)
		}
		for row, err := range projection.SweepRows(ctx, d, s, axes, o) {
			if (err == nil) != (row != nil) || err == nil && g == nil && row.Size == 0 {
				t.Fatalf("%v and %v", row, err)
			}
		}
		member := d.Codes()[0]
		swings, err := projection.OneAtATime(ctx, d, s, member, axes, o)
		if either(t, "OneAtATime", swings, err) {
			checkTable(t, "Sensitivity", swings)
		}
		for what, search := range map[string]func(*scenario.Dataset, scenario.Scenario, string, projection.Options) (*projection.BreakEven, error){
			"BreakEvenGrowth": projection.BreakEvenGrowth, "BreakEvenPace": projection.BreakEvenPace, "LatestStart": projection.LatestStart,
		} {
			b, err := search(d, s, member, o)
			if either(t, what, b, err) {
				checkTable(t, what, b)
				if b.Verdict == projection.BreaksEven && !(b.Value >= b.Low && b.Value <= b.High) {
					t.Errorf("%s: %v is not in %v to %v", what, b.Value, b.Low, b.High)
				}
			}
		}
	})
}

// checkCells fails unless the cells of a sweep are what Run says of their scenarios.
func checkCells(t *testing.T, d *scenario.Dataset, g *projection.Grid, o projection.Options) {
	for _, at := range cells(g) {
		s, err := g.Scenario(at...)
		if err != nil {
			t.Fatal(err)
		}
		r, err := projection.Run(d, s, o)
		if err != nil {
			t.Fatalf("Run of a cell: %v", err)
		}
		for _, reach := range r.Reaches() {
			year, ok, err := g.Year(reach.Member, at...)
			v, err2 := g.Value(reach.Member, at...)
			want, wantOK := reach.Year()
			if errors.Join(err, err2) != nil || year != want || ok != wantOK || reach.Status == projection.NotAsked != math.IsNaN(v) {
				t.Fatalf("%v: %s is %d, %v, %v; Run says %v", at, reach.Member, year, ok, err, reach)
			}
		}
	}
}
