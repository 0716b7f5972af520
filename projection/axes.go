package projection

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// Targets varies the share of GDP that is asked, as a fraction. Of [scenario.Steps]
// it is the last step, of [scenario.Except] what is asked of everyone without terms
// of its own. A scenario that asks nothing is asked the share without a deadline.
func Targets(shares ...float64) Axis {
	return pledgeAxis("target", UnitShare, shares, func(t scenario.Target, v float64) scenario.Target {
		t.Share = v
		return t
	})
}

// Deadlines varies the year in which the target must be met; 0 is no deadline.
// Of [scenario.Steps] it is the last step, of [scenario.Except] what is asked of
// everyone without terms of its own.
func Deadlines(years ...int) Axis {
	values, labels := make([]float64, len(years)), make([]string, len(years))
	for i, year := range years {
		values[i], labels[i] = float64(year), fmt.Sprint(year)
		if year == 0 {
			labels[i] = "no deadline"
		}
	}
	a := pledgeAxis("deadline", UnitYear, values, func(t scenario.Target, v float64) scenario.Target {
		t.By = int(v)
		return t
	})
	a.Labels = labels
	return a
}

func pledgeAxis(name, unit string, values []float64, change func(scenario.Target, float64) scenario.Target) Axis {
	return Axis{Name: name, Unit: unit, Values: values, Part: PledgePart, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		p, ok := withTarget(s.Pledge, func(t scenario.Target) scenario.Target { return change(t, v) })
		if !ok {
			return s, &scenario.FieldError{Scenario: s.Name, Field: "Pledge", Problem: fmt.Sprintf("is a %T, whose %s cannot be set: give a Target, Steps or Except", s.Pledge, name), Err: scenario.ErrInvalid}
		}
		s.Pledge = p
		return s, nil
	}}
}

// withTarget gives a copy of a pledge of package scenario with its target
// changed: the last of several, that of everyone where some have their own.
func withTarget(p scenario.Pledge, change func(scenario.Target) scenario.Target) (changed scenario.Pledge, ok bool) {
	switch p := p.(type) {
	case nil:
		return change(scenario.Target{}), true
	case scenario.Target:
		return change(p), true
	case *scenario.Target:
		if p == nil {
			return nil, false
		}
		return change(*p), true
	case scenario.Steps:
		if len(p) == 0 {
			return nil, false
		}
		steps := append(scenario.Steps(nil), p...)
		steps[len(steps)-1] = change(steps[len(steps)-1])
		return steps, true
	case scenario.Except:
		p.Pledge, ok = withTarget(p.Pledge, change)
		return p, ok
	}
	return nil, false
}

// GrowthShifts adds a number of percentage points, as a fraction, to every
// yearly rate of GDP growth.
func GrowthShifts(by ...float64) Axis {
	return Axis{Name: shiftAxis, Unit: UnitDifference, Values: by, Part: GrowthPart, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		if s.Growth == nil {
			return s, &scenario.FieldError{Scenario: s.Name, Field: "Growth", Problem: "is nil: give the growth path that is shifted", Err: scenario.ErrInvalid}
		}
		if v != 0 {
			s.Growth = scenario.Shift{Path: s.Growth, By: v}
		}
		return s, nil
	}}
}

// Growths replaces the growth path by a constant rate, as a fraction.
func Growths(rates ...float64) Axis {
	return Axis{Name: growthAxis, Unit: UnitGrowth, Values: rates, Part: GrowthPart, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		s.Growth = scenario.Constant(v)
		return s, nil
	}}
}

// Paces varies the yearly step of a [scenario.Ramp] towards a target without a
// deadline, Ramp.Pace, as a fraction of GDP. Of [scenario.ByMember], here as on the
// other axes of a response, it is that of everyone without a response of its own.
func Paces(steps ...float64) Axis {
	return responseAxis("yearly step", UnitPoints, steps, "has no Ramp whose Pace could be set", func(r scenario.Response, v float64) (scenario.Response, bool) {
		ramp, ok := r.(scenario.Ramp)
		ramp.Pace = v
		return ramp, ok
	})
}

// SpendingShifts adds a number of percentage points, as a fraction, to the
// yearly growth of spending: to Plus of a [scenario.Trend] or to RealGrowth of a
// [scenario.Budget].
func SpendingShifts(by ...float64) Axis {
	return responseAxis("shift of spending growth", UnitDifference, by, "has no Trend or Budget whose growth could be shifted", addGrowth)
}

// addGrowth lets spending grow faster.
func addGrowth(r scenario.Response, by float64) (scenario.Response, bool) {
	switch r := r.(type) {
	case scenario.Trend:
		r.Plus += by
		return r, true
	case scenario.Budget:
		r.RealGrowth += by
		return r, true
	}
	return nil, false
}

// Caps limits the yearly growth of spending, as a fraction, with a
// [scenario.Capped] around the response; one that is there already gets the new
// limit.
func Caps(maxGrowth ...float64) Axis {
	a := responseAxis("cap on spending growth", UnitGrowth, maxGrowth, "", func(r scenario.Response, v float64) (scenario.Response, bool) {
		capped, ok := r.(scenario.Capped)
		capped.MaxGrowth = v
		return capped, ok
	})
	replace := a.Set
	a.Set = func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		if changed, err := replace(s, v); err == nil {
			return changed, nil
		}
		s.Response = scenario.Capped{Response: s.Reaction(), MaxGrowth: v}
		return s, nil
	}
	return a
}

// responseAxis changes a response or the first one inside its wrappers to which
// the change applies; of [scenario.ByMember] that of everyone else.
func responseAxis(name, unit string, values []float64, lacks string, change func(scenario.Response, float64) (scenario.Response, bool)) Axis {
	return Axis{Name: name, Unit: unit, Values: values, Part: ResponsePart, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		r, ok := inside(s.Reaction(), func(r scenario.Response) (scenario.Response, bool) { return change(r, v) })
		if !ok {
			return s, &scenario.FieldError{Scenario: s.Name, Field: fmt.Sprintf("Response (%T)", s.Reaction()), Problem: lacks, Err: scenario.ErrInvalid}
		}
		s.Response = r
		return s, nil
	}}
}

// A NamedResponse is one of several responses to sweep over.
type NamedResponse struct {
	Name     string            // as it is written in tables
	Response scenario.Response // nil: the default of a scenario
}

// Responses replaces the response by each of a list.
func Responses(list ...NamedResponse) Axis {
	list = append([]NamedResponse(nil), list...) // a later change of the caller's must not change the axis
	a := Axis{Name: "response", Part: ResponsePart, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		if v != math.Trunc(v) || v < 0 || v >= float64(len(list)) {
			return s, &scenario.FieldError{Scenario: s.Name, Field: "Response", Value: v, Problem: fmt.Sprintf("is no place in a list of %d responses", len(list)), Err: scenario.ErrInvalid}
		}
		s.Response = list[int(v)].Response
		return s, nil
	}}
	for i, r := range list {
		a.Values, a.Labels = append(a.Values, float64(i)), append(a.Labels, r.Name)
	}
	return a
}
