package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// defaultEdition of NATO's figures is the newest.
const defaultEdition = "2026-07"

// ofDefence reports whether a quantity may be what the pledge of The Hague is about: it
// says so, or is the "spending" of figures that do not say what they are of.
func ofDefence(quantity string) bool {
	quantity = strings.ToLower(quantity)
	return quantity == "" || quantity == "spending" || slices.ContainsFunc([]string{"defence", "defense", "military"},
		func(word string) bool { return strings.Contains(quantity, word) })
}

// builtIn are the scenarios without a file: 3.5% by 2035 at the present pace and
// kept, and on an edition of NATO's figures with luck, and as shares have moved in the
// record.
func builtIn(d *scenario.Dataset, edition, growth string) (set scenario.File, err error) {
	const about = "the scenarios that come without a file are about defence spending in GDP: give your own with -scenarios"
	switch {
	case d.Denominator != "GDP":
		return set, fmt.Errorf("-data: the figures are shares of %s, %s", d.Denominator, about)
	case !ofDefence(d.Quantity):
		return set, fmt.Errorf("-data: the figures are those of %s, %s, or, if this is defence spending, say so in a line %q", d.Quantity, about, "# quantity: defence spending")
	}
	hague := nato.Hague2025()
	set = scenario.File{
		Note:   "What does the pledge of The Hague, 3.5% of GDP for core defence by 2035, ask of each member?",
		Source: hague.Source,
	}
	var path scenario.GrowthPath = scenario.Historic{Years: 10}
	if edition != "" {
		vintage, err := imf.NotLaterThan(edition)
		if err != nil {
			return set, fmt.Errorf("-edition: %w", err)
		}
		growth = cmp.Or(growth, vintage)
	}
	if growth != "" {
		if path, err = command.Growth(growth); err != nil {
			return set, err
		}
	}
	pace := scenario.Scenario{Name: "At this pace", Pledge: hague.Pledge, Growth: path}
	kept := scenario.Scenario{Name: "Pledge kept", Pledge: hague.Pledge, Growth: path, Response: scenario.Ramp{}}
	if edition == "" {
		set.Scenarios = []scenario.Scenario{pace, kept}
		return set, nil
	}
	record, err := nato.Calibrated(d)
	if err != nil {
		return set, fmt.Errorf("-edition: %w", err)
	}
	moving := record.Scenario("As in the record", hague.Pledge)
	shocks := record.Growth()
	shocks.Around = path
	kept.Growth, moving.Growth = shocks, shocks
	kept.Response = record.Around(scenario.Ramp{})
	set.Scenarios = []scenario.Scenario{pace, kept, moving}
	return set, nil
}
