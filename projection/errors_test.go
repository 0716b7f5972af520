package projection_test

import (
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// stubborn is a response of the caller's own that is at fault.
type stubborn float64

func (s stubborn) Spend(scenario.View, scenario.Ask) float64 { return float64(s) }

// asking is a pledge of the caller's own that asks the same every year.
type asking scenario.Ask

func (a asking) Ask(scenario.View) scenario.Ask { return scenario.Ask(a) }

// Every wrong input is one clear error that says which field, which member and
// what to do.
func TestRunRefuses(t *testing.T) {
	good := scenario.Scenario{
		Name: "2% by 2030", Pledge: scenario.Target{Share: 2 * scenario.Percent, By: 2030},
		Growth: scenario.Constant(0.015), Response: scenario.Ramp{},
	}
	with := func(change func(*scenario.Scenario)) scenario.Scenario {
		s := good
		change(&s)
		return s
	}
	noGDP, err := scenario.NewDataset("shares only", "none", scenario.Member{Code: "AAA", Name: "Aland", Share: scenario.NewSeries(2022, 0.015)})
	if err != nil {
		t.Fatal(err)
	}
	unarmed, err := scenario.NewDataset("unarmed", "none", scenario.Member{Code: "ISL", Name: "Iceland", Exempt: "no armed forces"})
	if err != nil {
		t.Fatal(err)
	}
	empty, err := scenario.NewDataset("empty", "none", scenario.Member{Code: "AAA", Name: "Aland"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		dataset  *scenario.Dataset
		scenario scenario.Scenario
		options  projection.Options
		want     string // part of the message
		kind     error
	}{
		{"share of 2", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 2, By: 2030} }), projection.Options{},
			`scenario "2% by 2030": Pledge.Share = 2 is not a fraction in (0, 0.25] (did you mean 2*scenario.Percent?)`, scenario.ErrUnit},
		{"share of 2.5", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 2.5, By: 2030} }), projection.Options{},
			"did you mean 2.5*scenario.Percent?", scenario.ErrUnit},
		{"growth NaN", twoMembers(), with(func(s *scenario.Scenario) { s.Growth = scenario.Constant(math.NaN()) }), projection.Options{}, "Growth = NaN", scenario.ErrUnit},
		{"growth infinite", twoMembers(), with(func(s *scenario.Scenario) { s.Growth = scenario.Constant(math.Inf(1)) }), projection.Options{}, "Growth = ", scenario.ErrUnit},
		{"growth missing", twoMembers(), with(func(s *scenario.Scenario) { s.Growth = nil }), projection.Options{}, "Growth is nil", scenario.ErrInvalid},
		{"growth too steep with its shift", twoMembers(), with(func(s *scenario.Scenario) { s.Growth = scenario.Shift{Path: scenario.Constant(-0.3), By: -0.3} }), projection.Options{},
			`scenario "2% by 2030", AAA BBB, 2023: Growth = -0.6 is not a yearly rate`, scenario.ErrUnit},
		{"deadline before the base year", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, By: 2020} }), projection.Options{},
			"Pledge.By = 2020 lies before the projection begins: the deadline must come after the base year 2022", scenario.ErrInvalid},
		{"unknown member", twoMembers(), good, projection.Options{Members: []string{"Bordurien"}}, `unknown member "Bordurien" in edition illustration: did you mean BBB (Borduria)?`, scenario.ErrUnknownMember},
		{"member named twice", twoMembers(), good, projection.Options{Members: []string{"AAA", "Aland"}}, `AAA: Options.Members = Aland names the member twice`, scenario.ErrDuplicate},
		{"empty member set", twoMembers(), good, projection.Options{Members: []string{}}, "Options.Members is an empty set", scenario.ErrInvalid},
		{"horizon before the base year", twoMembers(), good, projection.Options{To: 2021}, "Options.To = 2021 is no horizon", scenario.ErrInvalid},
		{"horizon absurdly far", twoMembers(), good, projection.Options{To: 1 << 40}, "Options.To", scenario.ErrInvalid},
		{"base year without figures", twoMembers(), good, projection.Options{Base: 1999}, "AAA BBB, 1999: Share was not published in edition illustration", scenario.ErrMissing},
		{"member without GDP", noGDP, good, projection.Options{}, "GDP is not published for any member in edition shares only, and a projection needs both shares and GDP: join it", scenario.ErrMissing},
		{"only members without figures", unarmed, good, projection.Options{Base: 2022}, "leaves no member with figures", scenario.ErrMissing},
		{"a member without figures by name", unarmed, good, projection.Options{Base: 2022, Members: []string{"iceland"}}, "leaves no member with figures in edition unarmed: ISL left out: no armed forces", scenario.ErrMissing},
		{"own terms for an unknown member", twoMembers(), with(func(s *scenario.Scenario) {
			s.Pledge = scenario.Except{Pledge: s.Pledge, Terms: map[string]scenario.Pledge{"CCC": nil}}
		}), projection.Options{}, `unknown member "CCC"`, scenario.ErrUnknownMember},
		{"no share at all", empty, good, projection.Options{}, "Options.Base cannot be chosen: no share is published in edition empty", scenario.ErrMissing},
		{"tolerance in per cent", twoMembers(), good, projection.Options{Tolerance: 0.5}, "Options.Tolerance = 0.5", scenario.ErrUnit},
		{"deadline out of reach", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, By: 9999} }), projection.Options{}, "Pledge.By = 9999 lies more than 1000 years after", scenario.ErrInvalid},
		{"deadline that is no year", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, By: 1 << 40} }), projection.Options{}, "is not a calendar year", scenario.ErrInvalid},
		{"deadline in the base year", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, By: 2022} }), projection.Options{}, "the deadline must come after the base year 2022", scenario.ErrInvalid},
		{"absurd window", twoMembers(), good, projection.Options{Window: 1 << 40}, "Options.Window", scenario.ErrInvalid},
		{"negative window", twoMembers(), good, projection.Options{Window: -1}, "Options.Window = -1", scenario.ErrInvalid},
		{"no data set", nil, good, projection.Options{}, "Dataset is nil", scenario.ErrInvalid},
		{"own response that gives NaN", twoMembers(), with(func(s *scenario.Scenario) { s.Response = stubborn(math.NaN()) }), projection.Options{},
			`scenario "2% by 2030", AAA BBB, 2023: Response (projection_test.stubborn) gives no amount of money: it may go on from changes of which none can be worked out up to 2022. Give another response, such as scenario.Hold{}, or leave the member out`, scenario.ErrInvalid},
		{"own response that is negative", twoMembers(), with(func(s *scenario.Scenario) { s.Response = stubborn(-1) }), projection.Options{}, "stubborn) = -1", scenario.ErrInvalid},
		{"own response that is infinite", twoMembers(), with(func(s *scenario.Scenario) { s.Response = stubborn(math.Inf(1)) }), projection.Options{}, "stubborn) = +Inf", scenario.ErrInvalid},
		{"own pledge that asks NaN", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = asking{Share: math.NaN()} }), projection.Options{}, "AAA BBB, 2023: Pledge.Share = NaN", scenario.ErrUnit},
		{"own pledge that asks 2", twoMembers(), with(func(s *scenario.Scenario) { s.Pledge = asking{Share: 2} }), projection.Options{}, "AAA BBB, 2023: Pledge.Share = 2", scenario.ErrUnit},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := projection.Run(c.dataset, c.scenario, c.options)
			if r != nil || err == nil {
				t.Fatalf("accepted: %v, %v", r, err)
			}
			if !errors.Is(err, c.kind) {
				t.Errorf("%v is not %v", err, c.kind)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("message is\n%v\nwant in it\n%s", err, c.want)
			}
		})
	}
}

func TestRunReportsAllFaultsAtOnce(t *testing.T) {
	_, err := projection.Run(twoMembers(), scenario.Scenario{
		Pledge: scenario.Target{Share: 2}, Growth: scenario.Constant(1.5), Response: scenario.Ramp{Pace: 1},
	}, projection.Options{To: 1, Members: []string{"CCC", "DDD"}})
	for _, want := range []string{"Name", "Pledge.Share", "Growth", "Response.Pace", "Options.To", "CCC", "DDD"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not among the faults:\n%v", want, err)
		}
	}
}

func TestQuestionsAboutOthers(t *testing.T) {
	r := run(t, twoMembers(), scenario.Scenario{Name: "hold", Growth: scenario.Constant(0), Response: scenario.Hold{}}, projection.Options{Members: []string{"AAA"}})
	for name, err := range map[string]error{
		"share":      second(r.Share("BBB")),
		"spending":   second(r.Spending("ZZZ")),
		"GDP":        second(r.GDP("")),
		"member":     second(r.Member("BBB")),
		"ask":        second(r.Ask("BBB", 2030)),
		"reach":      second(r.Reach("BBB")),
		"milestones": second(r.Milestones("BBB")),
		"group":      second(r.Group("AAA", "BBB")),
		"group gap":  second(r.GroupGap("BBB")),
		"mean":       second(r.GroupMean("BBB")),
	} {
		if !errors.Is(err, scenario.ErrUnknownMember) {
			t.Errorf("%s of a member outside the run: %v", name, err)
		}
	}
	if _, _, err := r.Gap("BBB"); !errors.Is(err, scenario.ErrUnknownMember) {
		t.Errorf("gap of a member outside the run: %v", err)
	}
	if _, err := r.ReachShare("AAA", 2); !errors.Is(err, scenario.ErrUnit) {
		t.Errorf("ReachShare(2): %v", err)
	}
	if _, err := projection.Cost(r, projection.Baseline{Name: "nothing"}); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("counterfactual without a response: %v", err)
	}
	if _, err := projection.Compare(r, r); !errors.Is(err, scenario.ErrDuplicate) {
		t.Errorf("two scenarios of one name: %v", err)
	}
	if _, err := projection.Compare(r, nil); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("comparison with nil: %v", err)
	}
	if _, err := projection.Outcome(twoMembers(), 0.02, "ZZZ"); !errors.Is(err, scenario.ErrUnknownMember) || !strings.Contains(err.Error(), "members: ") {
		t.Errorf("outcome of an unknown member: %v", err)
	}
	if _, err := projection.Outcome(nil, 0.02); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("outcome without a data set: %v", err)
	}
	if _, err := projection.Outcome(twoMembers(), 2); !errors.Is(err, scenario.ErrUnit) {
		t.Errorf("outcome at a share of 2: %v", err)
	}
}

// What did not come from Run is an error, not a crash.
func TestEmptyResults(t *testing.T) {
	empty := &projection.Result{}
	for name, err := range map[string]error{
		"reach":       second(empty.Reach("DEU")),
		"group":       second(empty.Group()),
		"group table": second(empty.GroupTable("all")),
		"group gap":   second(empty.GroupGap()),
		"pace":        second(projection.Pace(empty)),
		"pace of nil": second(projection.Pace(nil)),
		"cost":        second(projection.Cost(empty, projection.FrozenShare())),
		"cost of nil": second(projection.Cost(nil, projection.FrozenShare())),
		"total":       second((&projection.Costs{}).Total()),
		"yearly":      second((&projection.Costs{}).Yearly()),
		"cumulative":  second((&projection.Costs{}).Cumulative("DEU")),
	} {
		if !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, table := range []projection.Tabular{
		empty, empty.Years(), &projection.Comparison{}, (&projection.Comparison{}).Differences(), (&projection.Comparison{}).Counts(),
		&projection.PaceTable{}, &projection.Record{}, &projection.Costs{}, (&projection.Costs{}).Totals(),
		&projection.Sensitivity{}, &projection.Coverage{}, (&projection.Coverage{}).Quantiles(),
	} {
		if err := projection.WriteText(io.Discard, table); err != nil {
			t.Errorf("%T: %v", table, err)
		}
	}
	if text := (projection.Reach{Status: projection.MetAlready, To: 2030}).String(); text != "not by 2030" {
		t.Errorf("a Reach without spans reads %q", text)
	}
	for _, table := range []projection.Tabular{nil, projection.Only(nil)} {
		if err := projection.WriteCSV(io.Discard, table); !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("a table that is nil: %v", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }
