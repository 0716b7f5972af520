package scenario_test

import (
	"errors"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// A wrapper of the caller's own that stands around itself.
type ouroboros struct{}

func (ouroboros) Spend(scenario.View, scenario.Ask) float64 { return 1 }
func (o ouroboros) Unwrap() scenario.Response               { return o }

// A wrapper of the caller's own that shows what it stands around.
type around struct{ hidden scenario.Response }

func (a around) Spend(v scenario.View, ask scenario.Ask) float64 { return a.hidden.Spend(v, ask) }
func (a around) Unwrap() scenario.Response                       { return a.hidden }

// endless are parts that contain themselves, each in another way.
func endless() map[string]func(*scenario.Scenario) {
	capped, plan, wavering := &scenario.Capped{}, &scenario.Plan{}, &scenario.Wavering{Keep: scenario.Hold{}}
	capped.Response, plan.Then, wavering.Else = capped, plan, wavering
	floor := &scenario.Floor{Response: scenario.UpTo{Response: capped}}
	own := scenario.ByMember{Of: map[string]scenario.Response{}}
	own.Of["DEU"] = own
	terms := scenario.Except{Terms: map[string]scenario.Pledge{}}
	terms.Terms["DEU"] = terms
	shift, ar1, nominal := &scenario.Shift{}, &scenario.AR1{}, &scenario.Nominal{Path: scenario.Constant(0)}
	shift.Path, ar1.Around, nominal.Inflation = shift, ar1, nominal
	record := &scenario.Table{}
	record.Then = record
	responses := map[string]scenario.Response{
		"Capped": capped, "Plan": plan, "Wavering": wavering, "deep inside": floor, "ByMember": own, "own wrapper": ouroboros{},
		"embedded": struct{ scenario.Capped }{*capped},
	}
	paths := map[string]scenario.GrowthPath{"Shift": shift, "AR1": ar1, "Nominal": nominal, "Table": record, "Bootstrap": scenario.Bootstrap{Record: *record}}
	all := map[string]func(*scenario.Scenario){"Except": func(s *scenario.Scenario) { s.Pledge = terms }}
	for name, r := range responses {
		all[name] = func(s *scenario.Scenario) { s.Response = r }
	}
	for name, p := range paths {
		all[name] = func(s *scenario.Scenario) { s.Growth = p }
	}
	return all
}

// What contains itself is an error, whatever is asked of the scenario, and not the
// end of the program.
func TestPartsThatContainThemselves(t *testing.T) {
	for name, change := range endless() {
		s := scenario.Scenario{Name: "test", Growth: scenario.Constant(0), Response: scenario.Hold{}}
		change(&s)
		field := "Response"
		switch {
		case s.Pledge != nil:
			field = "Pledge"
		case s.Growth != scenario.GrowthPath(scenario.Constant(0)):
			field = "Growth"
		}
		want := `scenario "test": ` + field + ` has parts inside one another, more than 32 deep: does one of them contain itself?`
		err := s.Validate()
		equal(t, texts(err), []string{want})
		if !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("%s: %v is not ErrInvalid", name, err)
		}
		equal(t, s.String(), want)
		equal(t, s.Members(), []string(nil))
		equal(t, scenario.Lucky(s), false)
	}
}

// 32 parts inside one another are enough for everybody; the 33rd is refused.
func TestNestingUpToTheLimit(t *testing.T) {
	nested := func(n int) scenario.Scenario {
		s := scenario.Scenario{Name: "deep", Pledge: scenario.Target{Share: 2 * pct}, Growth: scenario.Constant(0), Response: scenario.Hold{}}
		for range n - 1 {
			s.Pledge, s.Growth, s.Response = scenario.Except{Pledge: s.Pledge}, scenario.Shift{Path: s.Growth}, scenario.UpTo{Response: s.Response}
		}
		return s
	}
	equal(t, texts(nested(scenario.MaxNesting).Validate()), []string(nil))
	const deep = ` has parts inside one another, more than 32 deep: does one of them contain itself?`
	equal(t, texts(nested(scenario.MaxNesting+1).Validate()), []string{
		`scenario "deep": Pledge` + deep, `scenario "deep": Growth` + deep, `scenario "deep": Response` + deep,
	})
}

// A part that holds the same one twice, and so on, is short to write and takes for
// ever: 2^20 of them, or 11^5 where deadlines slip.
func TestPartsBesideOneAnother(t *testing.T) {
	var wavering, slipped scenario.Response = scenario.Hold{}, scenario.Hold{}
	for range 20 {
		wavering = scenario.Wavering{Keep: wavering, Else: wavering, Chance: 0.5}
	}
	for range 5 {
		slipped = scenario.Slipped{Response: slipped, Chances: make([]float64, 10)}
	}
	for _, r := range []scenario.Response{wavering, slipped} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = r }), []string{
			`scenario "test": Response has more than 10000 parts inside one another and side by side: does one of them hold the same one again and again?`,
		})
	}
}

// Validate looks through a wrapper of the caller's own that shows what is inside.
func TestOwnWrappersAreLookedThrough(t *testing.T) {
	equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = around{scenario.Ramp{Shape: 9}} }),
		[]string{`scenario "test": Response.Unwrap().Shape = 9 is not one of the shapes of this package`})
	equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = around{} }), []string{`scenario "test": Response.Unwrap() is nil: it must be given`})
}
