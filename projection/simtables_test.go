package projection_test

import (
	"context"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// simulatedTables gives one of each kind of table of a simulation.
func simulatedTables(t *testing.T) map[string][]projection.Tabular {
	t.Helper()
	ramp := scenario.Scenario{
		Name: "2% by 2030", Pledge: scenario.Target{Share: 2 * scenario.Percent, By: 2030}, Growth: uncertain,
		Response: scenario.Shocked{Response: scenario.Ramp{}, SD: 3 * scenario.Percent},
	}
	later := ramp
	later.Name, later.Response = "2% by 2030, perhaps late", scenario.Slipped{Response: ramp.Response, Chances: []float64{0.3, 0.2}}
	o := projection.Options{To: 2034, Draws: 2000, Seed: 1}
	e := simulate(t, twoMembers(), ramp, o)
	chances, err := e.Chances(2030, 2034)
	if err != nil {
		t.Fatal(err)
	}
	slips, err := simulate(t, twoMembers(), later, o).Chances(2030, 2034)
	if err != nil {
		t.Fatal(err)
	}
	x, err := projection.SimulateDifference(context.Background(), twoMembers(), ramp, later, o)
	if err != nil {
		t.Fatal(err)
	}
	c, err := projection.SimulateCost(context.Background(), twoMembers(), ramp, projection.FrozenShare(), o)
	if err != nil {
		t.Fatal(err)
	}
	o.Draws, o.Antithetic, o.Control = 6000, true, 2030
	covered := cover(t, happened(t, 0.0165, 0.0171, 0.018), e)
	return map[string][]projection.Tabular{
		"coverage":             {covered},
		"coverage-quantiles":   {covered.Quantiles()},
		"simulated":            {simulate(t, twoMembers(), ramp, o)},
		"simulated-years":      {e.Years()},
		"simulated-chances":    {chances, slips},
		"simulated-counts":     {e.Counts()},
		"simulated-difference": {x},
		"simulated-costs":      {c.Costs()},
	}
}
