package projection

import (
	"context"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A walker works out points of a space on one goroutine. What several points
// have in common it works out once: it is fastest where neighbours differ in few
// parts.
type walker struct {
	*space
	done      <-chan struct{}
	pledges   cache[scenario.Pledge]
	growths   cache[scenario.GrowthPath]
	responses cache[scenario.Response]
	pairs     cache[struct{}] // pledge and response that go together
	economies cache[economy]
	motions   cache[motion]
	levels    cache[*levels] // nil: the pledge is no plain Target
	upTo      []int32        // room for one path

	counterfactuals cache[*path] // in a sweep of costs
}

func (sp *space) walker(ctx context.Context) *walker {
	p, g, r := sp.parts[PledgePart].count, sp.parts[GrowthPart].count, sp.parts[ResponsePart].count
	return &walker{
		space: sp, done: ctx.Done(),
		pledges: newCache[scenario.Pledge](p), growths: newCache[scenario.GrowthPath](g), responses: newCache[scenario.Response](r),
		pairs: newCache[struct{}](p * r), economies: newCache[economy](g), motions: newCache[motion](r), levels: newCache[*levels](p),
		counterfactuals: newCache[*path](g),
	}
}

// stopped reports whether the work is to be given up.
func (w *walker) stopped() bool {
	select {
	case <-w.done:
		return true
	default:
		return false
	}
}

// scenario puts the parts of a combination together, each validated once.
func (w *walker) scenario(at []int) (scenario.Scenario, error) {
	s := w.base
	if !w.separate {
		s, err := w.compose(at)
		if err == nil {
			err = s.Validate()
		}
		return s, err
	}
	pledge, err := w.pledge(at)
	if err != nil {
		return s, err
	}
	growth, err := w.growth(at)
	if err != nil {
		return s, err
	}
	response, err := w.response(at)
	if err != nil {
		return s, err
	}
	s.Pledge, s.Growth, s.Response = pledge, growth, response
	pair := w.parts[PledgePart].number(at)*w.parts[ResponsePart].count + w.parts[ResponsePart].number(at)
	_, err = w.pairs.get(pair, func(struct{}) (struct{}, error) {
		return struct{}{}, scenario.Scenario{Name: s.Name, Pledge: pledge, Growth: scenario.Constant(0), Response: response}.Validate()
	})
	return s, err
}

func (w *walker) pledge(at []int) (scenario.Pledge, error) {
	p, err := w.pledges.get(w.parts[PledgePart].number(at), func(scenario.Pledge) (scenario.Pledge, error) {
		s, err := w.apply(PledgePart, at)
		if err == nil {
			err = scenario.Scenario{Name: s.Name, Pledge: s.Pledge, Growth: scenario.Constant(0), Response: scenario.Hold{}}.Validate()
		}
		return s.Pledge, err
	})
	return value(p), err
}

func (w *walker) growth(at []int) (scenario.GrowthPath, error) {
	p, err := w.growths.get(w.parts[GrowthPart].number(at), func(scenario.GrowthPath) (scenario.GrowthPath, error) {
		s, err := w.apply(GrowthPart, at)
		if err == nil {
			err = scenario.Scenario{Name: s.Name, Growth: s.Growth, Response: scenario.Hold{}}.Validate()
		}
		return s.Growth, err
	})
	return value(p), err
}

func (w *walker) response(at []int) (scenario.Response, error) {
	p, err := w.responses.get(w.parts[ResponsePart].number(at), func(scenario.Response) (scenario.Response, error) {
		s, err := w.apply(ResponsePart, at)
		if err == nil {
			err = scenario.Scenario{Name: s.Name, Growth: scenario.Constant(0), Response: s.Response}.Validate()
		}
		return s.Reaction(), err
	})
	return value(p), err
}

func value[T any](p *T) T {
	if p == nil {
		var none T
		return none
	}
	return *p
}

// motion and economy are those of a member at a combination.
func (w *walker) motion(member int, at []int) (*motion, error) {
	c := &w.parts[ResponsePart]
	return w.motions.get(member*c.count+c.number(at), func(motion) (motion, error) {
		r, err := w.response(at)
		return moving(r, w.members[member], w.o.Base, w.o.To), err
	})
}

func (w *walker) economy(member int, at []int) (*economy, error) {
	c := &w.parts[GrowthPart]
	return w.economies.get(member*c.count+c.number(at), func(old economy) (economy, error) {
		g, err := w.growth(at)
		if err != nil {
			return economy{}, err
		}
		return economyOf(old.gdp, w.members[member], scenario.Scenario{Name: w.base.Name, Growth: g}, w.o)
	})
}

// targets are the levels of a member at a combination: those of n values of the
// last axis from the one of the combination on. It is nil if one of the pledges
// is not a plain Target.
func (w *walker) targets(member int, at []int, n int) (*levels, error) {
	c, last := &w.parts[PledgePart], len(at)-1
	p, err := w.levels.get(member*c.count+c.number(at), func(*levels) (*levels, error) {
		m, first := w.members[member], at[last]
		defer func() { at[last] = first }()
		thresholds := make([]float64, n)
		for i := range thresholds {
			at[last] = first + i
			pledge, err := w.pledge(at)
			if err != nil {
				return nil, err
			}
			a, plain, err := asked(pledge, m, scenario.Scenario{Name: w.base.Name, Pledge: pledge}, w.o)
			if err != nil || !plain {
				return nil, err
			}
			thresholds[i] = math.NaN()
			if a.Share > 0 {
				thresholds[i] = w.o.threshold(a.Share)
			}
		}
		return newLevels(thresholds), nil
	})
	return value(p), err
}

// asked is what a plain Target asks of a member in the last projected year.
func asked(p scenario.Pledge, m *scenario.Member, s scenario.Scenario, o Options) (final scenario.Ask, plain bool, err error) {
	for {
		e, ok := p.(scenario.Except)
		if !ok {
			break
		}
		if own, ok := e.Terms[m.Code]; ok {
			p = own
		} else {
			p = e.Pledge
		}
	}
	t, ok := p.(scenario.Target)
	if !ok {
		return final, p == nil, nil
	}
	if first := max(o.Base+1, t.From); first <= o.To { // it asks the same from then on
		final, err = ask(scenario.View{Member: m, Base: o.Base, Year: first}, s, o)
	}
	return final, true, err
}
