package projection_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// Every cell is what Simulate gives for the scenario of the cell.
func TestSweepOfChancesIsSimulateCellByCell(t *testing.T) {
	s := uncertainHague()
	o := projection.Options{Base: 2026, Draws: 3000, Seed: 8, Members: []string{"DEU", "GRC", "ITA"}, Antithetic: true}
	axes := []projection.Axis{projection.GrowthShifts(-0.01, 0.01), projection.Targets(0.025, 0.03, 0.035)}
	for _, year := range []int{0, 2032} {
		g, err := projection.SweepChance(context.Background(), nato.Latest(), s, axes, year, o)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 2 {
			for j := range 3 {
				cell, err := g.Scenario(i, j)
				if err != nil {
					t.Fatal(err)
				}
				e := simulate(t, nato.Latest(), cell, o)
				for _, code := range g.Codes() {
					got, err := g.Chance(code, i, j)
					if err != nil {
						t.Fatal(err)
					}
					by := year
					if by == 0 {
						by = 2035 // the deadline of The Hague
					}
					want, err := e.Chance(code, by)
					if err != nil || got.String() != want.String() {
						t.Errorf("%s in cell %d, %d by %d: %v, Simulate has %v (%v)", code, i, j, year, got, want, err)
					}
				}
			}
		}
		table, err := g.Table("ITA")
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := projection.WriteText(&b, table); err != nil || !strings.Contains(b.String(), "3,000 draws, in antithetic pairs, seed 8") || !strings.Contains(b.String(), " ±") {
			t.Errorf("%v\n%s", err, b.String())
		}
	}
}

func TestSweepOfChancesRefuses(t *testing.T) {
	ctx, d, s := context.Background(), nato.Latest(), uncertainHague()
	axes := []projection.Axis{projection.Targets(0.025, 0.03)}
	certain := s
	certain.Growth = scenario.Constant(0.01)
	years, err := projection.Sweep(ctx, d, s, axes, projection.Options{Base: 2026})
	if err != nil {
		t.Fatal(err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	for name, c := range map[string]struct {
		ask  func() error
		is   error
		want string
	}{
		"year": {func() error {
			_, err := projection.SweepChance(ctx, d, s, axes, 2050, projection.Options{Base: 2026})
			return err
		}, scenario.ErrInvalid, "year = 2050 is not a projected year, 2027 to 2040; 0 is the deadline"},
		"options": {func() error {
			_, err := projection.SweepChance(ctx, d, s, axes, 0, projection.Options{Keep: true})
			return err
		}, scenario.ErrInvalid, "does not use"},
		"not random": {func() error {
			_, err := projection.SweepChance(ctx, d, certain, axes, 0, projection.Options{Base: 2026})
			return err
		}, scenario.ErrNotRandom, "scenario.AR1"},
		"cancelled": {func() error {
			_, err := projection.SweepChance(cancelled, d, s, axes, 0, projection.Options{Base: 2026})
			return err
		}, context.Canceled, "canceled"},
		"no chances": {func() error { _, err := years.Chance("DEU", 0); return err }, scenario.ErrInvalid, "make one with SweepChance"},
	} {
		if err := c.ask(); !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %v that says %q", name, err, c.is, c.want)
		}
	}
}
