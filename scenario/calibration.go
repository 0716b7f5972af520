package scenario

import "fmt"

// A Calibration is how uncertain shares of GDP are, by the record: how they move,
// how far spending misses, and how far growth misses its forecast. [Calibrate] makes
// one from two fits. nato.Calibrated is one for NATO's figures. The shocks of spending
// that it gives are smaller than those of the record of shares, since surprises of
// growth move shares too: see Around.
//
// Only Calibrate makes one: an empty Calibration gives a response and growth that
// Validate refuses.
type Calibration struct {
	Shares    *ShareFit  // how shares have moved
	Surprises *ShockFit  // how far growth was from what was forecast a year before
	Path      GrowthPath // what was, and is, forecast
	Sources   []Source   // of the surprises
}

// Calibrate puts together how shares have moved ([FitShares]) and how far growth
// missed its forecasts: surprises is, by ISO alpha-3 code, the outcome of a year
// minus what path had for it a year before, as a fraction. Only years up to until are
// used. An empty fit or path is ErrInvalid, a surprise that is no rate ErrUnit, and a
// record with fewer than 40 surprises ErrMissing.
func Calibrate(shares *ShareFit, path GrowthPath, surprises map[string]Series, until int) (*Calibration, error) {
	var f faults
	if shares == nil || shares.Shocks == nil {
		f.add("shares", nil, "is empty: make it with FitShares", ErrInvalid)
	}
	checkPart(&f, "path", path)
	checkRates(&f, "surprises", surprises)
	if err := f.err(); err != nil {
		return nil, err
	}
	record := map[string]map[int]float64{}
	for code, series := range surprises {
		record[code] = map[int]float64{}
		for year, v := range series.Until(until).All() {
			record[code][year] = v
		}
	}
	fit, err := fitShocks(record)
	if err != nil {
		return nil, fmt.Errorf("surprises of growth up to %d: %w", until, err)
	}
	return &Calibration{Shares: shares, Surprises: fit, Path: path}, nil
}

// Growth is the path with surprises as in the record: half of those of the first year
// lie within the middle of the member's record. A part of each is left a year later.
func (c *Calibration) Growth() AR1 {
	if c.empty() {
		return AR1{}
	}
	s := c.Surprises
	unit := 1 / newMixture(s, nil).middle(0)
	a := AR1{
		Around: c.Path, SD: largest(s.Middle * unit), Rho: s.Rho, Common: s.Common, Tails: s.Tails,
		Terms: map[string]ShockTerms{}, Fitted: "surprises of " + s.Years(), Sources: c.Sources,
	}
	for _, m := range s.Members {
		a.Terms[m.Code] = ShockTerms{SD: largest(m.Middle * unit), Rho: s.Rho, Common: s.Common}
	}
	return a
}

// largest keeps a standard deviation within what models take.
func largest(sd float64) float64 { return min(sd, 0.49) }

// Around gives a response the shocks of the record. Surprises of growth move shares,
// too; the shocks of spending are therefore so much smaller that half of the changes
// which both make together in a year lie within the middle of the member's record. They
// are at least half as large as without growth.
func (c *Calibration) Around(r Response) Shocked {
	if c.empty() {
		return Shocked{}
	}
	return c.around(r, c.Growth())
}

// around takes off what growth contributes.
func (c *Calibration) around(r Response, growth AR1) Shocked {
	f := c.Shares.Shocks
	mix := newMixture(f, c.Surprises)
	s := Shocked{
		Response: r, SD: largest(mix.rest(f.Middle, growth.SD)), Common: f.Common, Tails: f.Tails,
		Terms: map[string]float64{}, Fitted: f.Years(), Sources: c.Shares.Sources,
	}
	for _, m := range f.Members {
		s.Terms[m.Code] = largest(mix.rest(m.Middle, growth.terms(&Member{Code: m.Code}).SD))
	}
	return s
}

func (c *Calibration) empty() bool {
	return c == nil || c.Shares == nil || c.Shares.Shocks == nil || c.Surprises == nil
}

// Scenario is how shares would go on moving as in the record, whatever is announced:
// as [ShareFit.Peers] has it, towards the median of the members, with shocks of
// spending and surprises of growth. What is asked does not move them: pledge, which
// may be nil, is what they are measured against. For a response to it see Around.
func (c *Calibration) Scenario(name string, pledge Pledge) Scenario {
	if c.empty() {
		return Scenario{Name: name, Pledge: pledge, Response: Shocked{}}
	}
	growth := c.Growth()
	return Scenario{Name: name, Pledge: pledge, Growth: growth, Response: c.around(c.Shares.Peers(), growth)}
}
