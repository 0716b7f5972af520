package scenario

import "slices"

// A Track is one member's past as it grows during a projection: published
// figures up to the base year, projected ones after it. Projections build one;
// it is exported so that a response of your own can be tested by itself.
type Track struct {
	member        *Member
	base          int
	gdp, spending []float64 // of base+1, base+2 ...

	block *Block // that the track is one draw of; nil in a run without randomness
	draw  int
}

// NewTrack starts at a base year, the last year that is taken from the
// member's published figures. Later published figures are never seen.
func NewTrack(m *Member, base int) *Track { return &Track{member: m, base: base} }

// Append adds the projected spending and GDP of the next year, both in
// Dataset.Money.
func (t *Track) Append(spending, gdp float64) {
	t.spending, t.gdp = append(t.spending, spending), append(t.gdp, gdp)
}

// Next is the first year that is neither published nor projected yet.
func (t *Track) Next() int {
	if t.block != nil {
		return t.block.Year()
	}
	return t.base + len(t.gdp) + 1
}

// View shows the past to a government that sets the budget of the next year
// and expects a certain GDP for it, in Dataset.Money.
func (t *Track) View(expected float64) View {
	return View{Member: t.member, Base: t.base, Year: t.Next(), Expected: expected, track: t}
}

// GDP of a year in Dataset.Money; ok is false where there is none.
func (t *Track) GDP(year int) (v float64, ok bool) {
	if year <= t.base {
		return t.member.GDP.At(year)
	}
	if t.block != nil {
		return t.block.at(t.block.gdp, year, t.draw)
	}
	return projected(t.gdp, year-t.base)
}

// Spending of a year in Dataset.Money; ok is false where there is none.
func (t *Track) Spending(year int) (v float64, ok bool) {
	if year <= t.base {
		return t.member.SpendingAt(year)
	}
	if t.block != nil {
		return t.block.at(t.block.spending, year, t.draw)
	}
	return projected(t.spending, year-t.base)
}

// Share of GDP of a year as a fraction; ok is false where there is none.
func (t *Track) Share(year int) (v float64, ok bool) {
	if year <= t.base {
		return t.member.Share.At(year)
	}
	spending, ok := t.Spending(year)
	if !ok {
		return 0, false
	}
	gdp, _ := t.GDP(year)
	return spending / gdp, true
}

func projected(values []float64, k int) (float64, bool) {
	if k > len(values) {
		return 0, false
	}
	return values[k-1], true
}

// Shares gives the share of GDP as a series: published figures up to the base
// year, then projected ones. What the source itself projected up to the base year
// counts as its estimate, so that it is told from what is computed here. Spendings
// and GDPs do the same for money.
func (t *Track) Shares() Series { return t.series(t.member.Share, t.Share) }

// Spendings gives spending in Dataset.Money as a series.
func (t *Track) Spendings() Series { return t.series(t.member.spendings(), t.Spending) }

// GDPs gives GDP in Dataset.Money as a series.
func (t *Track) GDPs() Series { return t.series(t.member.GDP, t.GDP) }

func (t *Track) series(published Series, at func(int) (float64, bool)) Series {
	obs := slices.Collect(published.Until(t.base).Observations())
	for i := range obs {
		obs[i].Status = min(obs[i].Status, Estimated)
	}
	for year := t.base + 1; year < t.Next(); year++ {
		if v, ok := at(year); ok && isFinite(v) {
			obs = append(obs, Observation{Year: year, Value: v, Status: Projected})
		}
	}
	return spread(obs)
}
