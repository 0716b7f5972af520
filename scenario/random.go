package scenario

import (
	"fmt"
	"strings"
)

// A RandomGrowth can also be sampled, for simulations. The rates of Central are
// what governments expect when they set their budgets; they live with the drawn
// ones.
type RandomGrowth interface {
	GrowthPath
	// Sampler starts one block of draws of a member: first is the first projected
	// year and years their number. The function that it returns is called once for
	// each year, k = 0, 1, 2 ..., and fills dst with the rate of first+k in each of
	// the BlockDraws draws. It takes its random numbers from s, those of the member, and from
	// s.Common(), so that a longer horizon extends a draw instead of changing it.
	// Rates outside [-0.5, 1] are put to the nearer end by the simulation.
	Sampler(m *Member, first, years int, s *Streams) (func(dst []float64, k int), error)
}

// Sample starts the draws of a growth path for a member, as [RandomGrowth] has it.
// A path that cannot be sampled is ErrNotRandom.
func Sample(p GrowthPath, m *Member, first, years int, s *Streams) (func(dst []float64, k int), error) {
	random, err := Random(p)
	if err != nil {
		return nil, err
	}
	sample, err := random.Sampler(m, first, years, s)
	if err == nil && sample == nil {
		err = &FieldError{Member: m.Code, Field: fmt.Sprintf("Growth (%T)", p), Problem: "gives no function from Sampler, and no error", Err: ErrInvalid}
	}
	return sample, err
}

// around gives the draws that a random path adds to: those of a path that is
// itself random, or else its central rates in every draw.
func around(p GrowthPath, m *Member, first, years int, s *Streams) (func(dst []float64, k int), error) {
	if isRandom(p) {
		return Sample(p, m, first, years, s)
	}
	rates, err := central(p, m, first, years)
	return func(dst []float64, k int) { fill(dst, rates[k]) }, err
}

func notRandom(p GrowthPath) error {
	return &FieldError{
		Field: fmt.Sprintf("Growth (%T)", p), Err: ErrNotRandom,
		Problem: "has no random draws: put it into scenario.AR1{Around: ...}, with SD 0 if growth is to be certain",
	}
}

// Random gives a growth path as one that can be sampled. A path that cannot be is
// ErrNotRandom.
func Random(p GrowthPath) (RandomGrowth, error) {
	if random, ok := p.(RandomGrowth); ok && isRandom(p) {
		return random, nil
	}
	return nil, notRandom(p)
}

// isRandom looks into paths that are as random as what they change.
func isRandom(p GrowthPath) bool {
	switch model := deref(p).(type) {
	case nil:
		return false
	case Shift:
		return isRandom(model.Path)
	case Shock:
		return isRandom(model.Path)
	case Nominal:
		return isRandom(model.Path)
	}
	_, ok := p.(RandomGrowth)
	return ok
}

// holds reports whether a growth path is of a kind or stands around one that is.
func holds[Kind GrowthPath](p GrowthPath) bool {
	switch model := deref(p).(type) {
	case Kind:
		return true
	case Shift:
		return holds[Kind](model.Path)
	case Shock:
		return holds[Kind](model.Path)
	case Nominal:
		return holds[Kind](model.Path)
	case AR1:
		return holds[Kind](model.Around)
	case Bootstrap:
		return holds[Kind](model.Around)
	case Downturn:
		return holds[Kind](model.Around)
	}
	return false
}

// checkOnce refuses a random path around another of its kind.
func checkOnce[Kind GrowthPath](f *faults, at string, path GrowthPath) {
	if holds[Kind](path) {
		var kind Kind
		name := strings.TrimPrefix(fmt.Sprintf("%T", kind), "scenario.")
		f.add(at, nil, "holds another "+name+", which would draw the same numbers a second time: give one of them", ErrInvalid)
	}
}

// central gives the expected rates of a path for a whole simulation.
func central(p GrowthPath, m *Member, first, years int) ([]float64, error) {
	rates := make([]float64, years)
	return rates, p.Central(rates, m, first)
}

// Sampler shifts the draws of the path.
func (s Shift) Sampler(m *Member, first, years int, streams *Streams) (func(dst []float64, k int), error) {
	sample, err := Sample(s.Path, m, first, years, streams)
	return func(dst []float64, k int) {
		sample(dst, k)
		for i := range dst {
			dst[i] += s.By
		}
	}, err
}

// Sampler lowers and raises the draws of the path in the recession.
func (s Shock) Sampler(m *Member, first, years int, streams *Streams) (func(dst []float64, k int), error) {
	sample, err := Sample(s.Path, m, first, years, streams)
	return func(dst []float64, k int) {
		sample(dst, k)
		if factor := s.factor(first + k); factor != 1 {
			for i, g := range dst {
				dst[i] = float64((1+g)*factor) - 1
			}
		}
	}, err
}

// Sampler adds expected inflation to the draws of real growth.
func (n Nominal) Sampler(m *Member, first, years int, streams *Streams) (func(dst []float64, k int), error) {
	sample, err := Sample(n.Path, m, first, years, streams)
	if err != nil {
		return nil, err
	}
	inflation, err := central(n.Inflation, m, first, years)
	return func(dst []float64, k int) {
		sample(dst, k)
		for i, g := range dst {
			dst[i] = float64((1+g)*(1+inflation[k])) - 1
		}
	}, err
}
