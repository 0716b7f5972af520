package projection

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// mostShift is how far growth is shifted to find a break-even, as a fraction.
// Nothing beyond 25 points a year is worth an answer.
const mostShift = 0.25

// BreakEvenGrowth is the number of percentage points by which GDP may grow faster
// each year than the scenario has it, or must grow more slowly, for a member just
// to meet its target in the year of the deadline, or by the horizon if there is
// none. A target is met at lower growth only by responses that set money: [scenario.Ramp]
// and others that set the share meet or miss it at any growth.
func BreakEvenGrowth(d *scenario.Dataset, s scenario.Scenario, member string, o Options) (*BreakEven, error) {
	q, err := newQuestion(d, s, member, shiftAxis, UnitPoints, o)
	if err != nil {
		return nil, err
	}
	of := denominator(d)
	q.read = fmt.Sprintf("The target is met up to that many points more growth of %s, and missed above; where the number is negative, %s would have to grow more slowly.", of, of)
	low, high := -mostShift, mostShift
	for _, g := range q.rates { // rates must stay in (-0.5, 1]
		low, high = max(low, -0.499-g), min(high, 1-g)
	}
	return q.solve(low, high, BreakEvenTolerance, func(by float64) (scenario.Scenario, error) {
		changed := s
		changed.Growth = scenario.Shift{Path: s.Growth, By: by}
		return changed, nil
	})
}

// BreakEvenPace is the least pace at which a member meets its target in the year
// of the deadline, or by the horizon if there is none: for a [scenario.Trend] or
// [scenario.Budget] the number of percentage points by which spending must grow
// faster each year, or may grow more slowly; for a [scenario.Ramp] towards a target
// without a deadline its yearly step. Other responses have no pace: that is an
// error.
func BreakEvenPace(d *scenario.Dataset, s scenario.Scenario, member string, o Options) (*BreakEven, error) {
	s, err := ofOne(d, s, member)
	if err != nil {
		return nil, err
	}
	ramp, growth := 0.0, math.NaN()
	inside(s.Reaction(), func(r scenario.Response) (scenario.Response, bool) {
		switch r := r.(type) {
		case scenario.Trend:
			growth = r.Plus
		case scenario.Budget:
			growth = r.RealGrowth
		case scenario.Ramp:
			ramp = 1
		}
		return nil, false
	})
	if math.IsNaN(growth) && ramp == 0 {
		return nil, noPace(s, "has no Trend or Budget whose growth, and no Ramp whose Pace could be changed")
	}
	axis, unit := SpendingShifts(), "shift of spending growth"
	low, high := max(-mostShift, -0.499-growth), min(mostShift, 0.499-growth)
	if math.IsNaN(growth) {
		axis, unit, low, high = Paces(), "yearly step", 0.00001*scenario.Percent, 5*scenario.Percent
		if placed, err := axis.Set(s, high); err == nil {
			s = placed // a pledge without a deadline is refused without a pace
		}
	}
	q, err := newQuestion(d, s, member, unit, UnitPoints, o)
	if err != nil {
		return nil, err
	}
	q.read = "The target is met from that number on, and missed below; where a shift is negative, spending may grow more slowly."
	if math.IsNaN(growth) && !q.open {
		return nil, noPace(s, fmt.Sprintf("is a Ramp, which meets a deadline (%d) by construction: ask for the pace that this takes with projection.Pace", q.By))
	}
	return q.solve(low, high, BreakEvenTolerance, func(x float64) (scenario.Scenario, error) { return axis.Set(s, x) })
}

func noPace(s scenario.Scenario, problem string) error {
	return &scenario.FieldError{Scenario: s.Name, Field: fmt.Sprintf("Response (%T)", s.Reaction()), Problem: problem, Err: scenario.ErrInvalid}
}

// LatestStart is the last year in which a member may begin to act, holding its
// share until then ([scenario.Delayed]), and still meet its target in the year of
// the deadline, or by the horizon if there is none: that year itself if the member
// can wait until then (AlwaysMet). Otherwise it supposes that a later start is never
// better.
func LatestStart(d *scenario.Dataset, s scenario.Scenario, member string, o Options) (*BreakEven, error) {
	q, err := newQuestion(d, s, member, "latest start", UnitYear, o)
	if err != nil {
		return nil, err
	}
	q.read = "The share is held until then; the target is missed with any later start."
	last := min(q.By, q.start+scenario.MaxWindow)
	start := func(year float64) (scenario.Scenario, error) {
		changed := s
		changed.Response = scenario.Delayed{Response: s.Reaction(), Years: int(year) - q.start}
		return changed, nil
	}
	// A member above the target may miss it only if it acts, and cuts, too early.
	waiting, _ := start(float64(last))
	if met, err := q.met(waiting); met || err != nil {
		q.Verdict, q.Low, q.High, q.Value = AlwaysMet, float64(q.start), float64(last), float64(last)
		return &q.BreakEven, err
	}
	b, err := q.solve(float64(q.start), float64(last), 1, start)
	if err != nil {
		return nil, err
	}
	b.Value = math.Floor(b.Value)
	return b, nil
}
