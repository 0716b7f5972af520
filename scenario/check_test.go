package scenario_test

import (
	"errors"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// Rules of the caller's own.
type (
	unnamed struct{ scenario.Response }   // wraps any response, without words of its own
	picky   struct{}                      // has a fault that only it knows
	ramped  struct{ scenario.Ramp }       // builds on a model of the package
	strict  struct{ scenario.Ramp }       // the same, with a fault of its own
	pointer struct{ scenario.Response }   // is used by pointer
	wordy   struct{ scenario.GrowthPath } // has words
)

var errPicky = errors.New("the moon is full")

func (picky) Ask(scenario.View) scenario.Ask { return scenario.Ask{} }
func (picky) Validate() error                { return errPicky }
func (strict) Validate() error               { return errPicky }
func (*pointer) Validate() error             { return nil }
func (wordy) String() string                 { return "GDP grows as I like" }

func TestOwnRulesAreValidated(t *testing.T) {
	const s = `scenario "test": `
	wrong := scenario.Ramp{Shape: 9}
	for _, test := range []struct {
		name   string
		change func(*scenario.Scenario)
		want   []string
	}{
		{"sound", func(s *scenario.Scenario) { s.Response = &pointer{scenario.Jump{}} }, nil},
		{"own fault", func(s *scenario.Scenario) { s.Pledge = picky{} }, []string{s + "Pledge is not valid: the moon is full"}},
		{"inside a wrapper", func(s *scenario.Scenario) { s.Pledge = scenario.Except{Pledge: picky{}} }, []string{s + "Pledge.Pledge is not valid: the moon is full"}},
		{"fault of the model it builds on", func(s *scenario.Scenario) { s.Response = ramped{wrong} },
			[]string{s + "Response.Shape = 9 is not one of the shapes of this package"}},
		{"both", func(s *scenario.Scenario) { s.Response = strict{wrong} },
			[]string{s + "Response is not valid: the moon is full", s + "Response.Shape = 9 is not one of the shapes of this package"}},
		{"nil pointers", func(s *scenario.Scenario) {
			s.Pledge, s.Growth, s.Response = (*scenario.Target)(nil), (*scenario.Shock)(nil), (*pointer)(nil)
		}, []string{s + "Pledge is nil: it must be given", s + "Growth is nil: it must be given", s + "Response is nil: it must be given"}},
		{"pointers to models", func(s *scenario.Scenario) { s.Response = &wrong }, []string{s + "Response.Shape = 9 is not one of the shapes of this package"}},
	} {
		t.Run(test.name, func(t *testing.T) { equal(t, faultsOf(test.change), test.want) })
	}
}

func TestOwnErrorsCanBeToldApart(t *testing.T) {
	err := scenario.Scenario{Name: "a", Growth: scenario.Constant(0), Pledge: picky{}}.Validate()
	if !errors.Is(err, errPicky) || !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("%v is neither its own error nor ErrInvalid", err)
	}
}

func TestOwnRulesInWords(t *testing.T) {
	equal(t, scenario.Shift{Path: wordy{}, By: 1 * pct}.String(), "GDP grows as I like, plus 1 percentage point")
	equal(t, scenario.Except{Pledge: picky{}}.String(), "scenario_test.picky")
	equal(t, scenario.UpTo{Response: (*scenario.Jump)(nil)}.String(), "no response given, until the target is met")
}
