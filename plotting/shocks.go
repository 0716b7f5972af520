package plotting

import "github.com/pledgesim/pledgesim/scenario"

// shocksOf narrows growth with shocks to what holds for the members shown, by code:
// the terms of the one member, terms of their own for several, and those for all
// others only where one of them has none of its own. Other growth stays as it is.
func shocksOf(growth scenario.GrowthPath, shown []string) scenario.GrowthPath {
	a, ok := growth.(scenario.AR1)
	if !ok {
		return growth
	}
	own := map[string]scenario.ShockTerms{}
	for _, code := range shown {
		if terms, ok := a.Terms[code]; ok {
			own[code] = terms
		}
	}
	switch {
	case len(own) < len(shown):
		a.Terms = own
	case len(shown) == 1:
		a.SD, a.Rho, a.Common, a.Terms = own[shown[0]].SD, own[shown[0]].Rho, own[shown[0]].Common, nil
	default:
		a.SD, a.Terms = 0, own // without terms for others
	}
	return a
}
