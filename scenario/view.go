package scenario

// A View is a member's past as its government sees it when it sets the budget
// of Year: published figures up to Base, then projected ones, none of Year
// itself or later. It is read-only and cheap to copy.
type View struct {
	Member   *Member // for its code and breaks; rules must not look at its figures after Base
	Base     int     // last year taken from published figures
	Year     int     // year whose budget is being set
	Expected float64 // GDP expected for Year, in Dataset.Money

	track *Track
}

// Share of GDP of a past year as a fraction; ok is false where there is none.
func (v View) Share(year int) (share float64, ok bool) { return v.past(year, (*Track).Share) }

// Spending of a past year in Dataset.Money; ok is false where there is none.
func (v View) Spending(year int) (money float64, ok bool) { return v.past(year, (*Track).Spending) }

// GDP of a past year in Dataset.Money; ok is false where there is none.
func (v View) GDP(year int) (money float64, ok bool) { return v.past(year, (*Track).GDP) }

func (v View) past(year int, at func(*Track, int) (float64, bool)) (float64, bool) {
	if v.track == nil || year >= v.Year {
		return 0, false
	}
	return at(v.track, year)
}

// Normal is the luck of a draw in v.Year: a standard normal number under a purpose,
// the same whoever asks for it. It is 0 in a run without randomness.
func (v View) Normal(purpose string) float64 {
	return v.random((*Streams).Normals, purpose, v.Year-v.Base-1, 0)
}

// Uniform is a number in (0, 1) that a draw has under a purpose, the same in all
// years, for what is settled once: whether a promise is kept. It is one half in a
// run without randomness.
func (v View) Uniform(purpose string) float64 { return v.random((*Streams).Uniforms, purpose, 0, 0.5) }

// CommonNormal is a standard normal number that a draw has under a purpose, the same
// for all members in all years, for what is settled once for all of them: the error
// of an estimate. It is 0 in a run without randomness.
func (v View) CommonNormal(purpose string) float64 {
	return v.random(func(s *Streams, purpose string, k int) []float64 { return s.Common().Normals(purpose, k) }, purpose, 0, 0)
}

func (v View) random(row func(*Streams, string, int) []float64, purpose string, k int, otherwise float64) float64 {
	if v.track == nil || v.track.block == nil {
		return otherwise
	}
	return row(v.track.block.streams, purpose, k)[v.track.draw]
}

// once gives what a response works out from the published past: in a simulation
// once for each member and block of draws.
func (v View) once(r Response, work func(m *Member, base int) float64) float64 {
	if v.track == nil || v.track.block == nil {
		return work(v.member(), v.Base)
	}
	return v.track.block.once(r, work)
}

// member is that of the view; the zero View has one without figures.
func (v View) member() *Member {
	if v.Member == nil {
		return &Member{}
	}
	return v.Member
}

// lastShare is the share of the year before, NaN if there is none, so that a
// response without a starting point is noticed by the run.
func (v View) lastShare() float64 { return orNaN(v.Share(v.Year - 1)) }

// lastSpending is the money of the year before, NaN if there is none.
func (v View) lastSpending() float64 { return orNaN(v.Spending(v.Year - 1)) }

func orNaN(v float64, ok bool) float64 {
	if !ok {
		return nan
	}
	return v
}
