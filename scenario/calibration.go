package scenario

import (
	"fmt"
	"math"
)

// A Calibration is how uncertain shares of GDP are, by the record: how they move,
// how far spending misses, and how far growth misses its forecast. [Calibrate] makes
// one from two fits. nato.Calibrated is one for NATO's figures.
type Calibration struct {
	Shares    *ShareFit  // how shares have moved
	Surprises *ShockFit  // how far growth was from what was forecast a year before
	Path      GrowthPath // what was, and is, forecast
	Sources   []Source   // of the surprises
}

// Calibrate puts together how shares have moved ([FitShares]) and how far growth
// missed its forecasts: surprises is, by ISO alpha-3 code, the outcome of a year
// minus what path had for it a year before. Only years up to until are used.
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

// Growth is the path with surprises as large as those of the record.
func (c *Calibration) Growth() AR1 {
	s := c.Surprises
	fresh := math.Sqrt(1 - s.Rho*s.Rho) // of a surprise's standard deviation, what is new
	a := AR1{
		Around: c.Path, SD: largest(s.SD * fresh), Rho: s.Rho, Common: s.Common, Tails: s.Tails,
		Terms: map[string]ShockTerms{}, Fitted: "surprises of " + s.Years(), Sources: c.Sources,
	}
	for _, m := range s.Members {
		a.Terms[m.Code] = ShockTerms{SD: largest(m.SD * fresh), Rho: s.Rho, Common: s.Common}
	}
	return a
}

// largest keeps a standard deviation within what models take.
func largest(sd float64) float64 { return min(sd, 0.49) }

// Around gives a response the shocks of the record: so much that shares miss what was
// decided, together with the surprises of growth, as they have missed. What growth
// contributes is therefore taken off, in variances, at most three quarters.
func (c *Calibration) Around(r Response) Shocked {
	growth := c.Surprises.Terms()
	rest := func(share, growth float64) float64 {
		return largest(math.Sqrt(max(share*share-growth*growth, share*share/4)))
	}
	f := c.Shares.Shocks
	s := Shocked{Response: r, SD: rest(f.SD, c.Surprises.SD), Common: f.Common, Tails: f.Tails, Terms: map[string]float64{}, Fitted: f.Years(), Sources: c.Shares.Sources}
	for _, m := range f.Members {
		own, ok := growth[m.Code]
		if !ok {
			own = c.Surprises.SD
		}
		s.Terms[m.Code] = rest(m.SD, own)
	}
	return s
}

// Scenario is what the record lets one expect if nothing new happens: shares move as
// [ShareFit.Peers] has it, with shocks of spending and surprises of growth. What is
// asked does not move them: pledge, which may be nil, is what they are measured
// against. For a response to it see Around.
func (c *Calibration) Scenario(name string, pledge Pledge) Scenario {
	return Scenario{
		Name: name, Pledge: pledge, Growth: c.Growth(), Response: c.Around(c.Shares.Peers()),
		Note: fmt.Sprintf("calibrated on changes of %s and surprises of %s", c.Shares.Shocks.Years(), c.Surprises.Years()),
	}
}
