package projection

import (
	"math"
	"slices"
)

// CRPS is the continuous ranked probability score of a forecast, given as draws in
// any order, for what happened: the integral of the squared difference between
// their distribution function and the step at the outcome. It is in the unit of the
// outcome, smaller is better, and for a single draw it is the absolute error, so
// that forecasts with and without a distribution can be compared (Gneiting and
// Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, JASA 102,
// 2007). It is worked out from the order statistics, as in Jordan, Krüger and Lerch,
// Evaluating Probabilistic Forecasts with scoringRules, Journal of Statistical
// Software 90, 2019. It is NaN for no draws at all or if any number is NaN.
func CRPS(draws []float64, outcome float64) float64 {
	return sortedCRPS(inOrder(draws), outcome)
}

// inOrder gives draws in ascending order, and leaves them as they are.
func inOrder(draws []float64) []float64 {
	sorted := slices.Clone(draws)
	slices.Sort(sorted)
	return sorted
}

// sortedCRPS is CRPS for draws in ascending order.
func sortedCRPS(sorted []float64, outcome float64) float64 {
	n := float64(len(sorted))
	sum := 0.0
	for i, x := range sorted {
		below := float64(i) + 0.5
		if outcome < x {
			below -= n
		}
		sum += float64((outcome - x) * below)
	}
	return 2 * sum / n / n
}

// IntervalScore is the score of a band with the ends lower and upper that should
// leave out the part alpha of all outcomes, half of it on either side: its width,
// and 2/alpha times the distance of an outcome that lies outside (Winkler 1972;
// Gneiting and Raftery 2007, equation 43). For the 80% band alpha is 0.2. It is in the
// unit of the outcome; smaller is better. It is NaN where lower lies above upper, alpha
// is not between 0 and 1, or any number is NaN.
func IntervalScore(lower, upper, alpha, outcome float64) float64 {
	if !(lower <= upper && alpha > 0 && alpha < 1) {
		return math.NaN()
	}
	return upper - lower + 2/alpha*(max(0, lower-outcome)+max(0, outcome-upper))
}

// Brier is the score of a chance, as a fraction, for something that happened or did
// not: the squared difference from 1 or 0 (Brier 1950). Smaller is better; a chance
// of one half always scores 0.25. It is NaN for a chance that is NaN or not in [0, 1].
func Brier(chance float64, happened bool) float64 {
	if !(chance >= 0 && chance <= 1) {
		return math.NaN()
	}
	if happened {
		chance = 1 - chance
	}
	return math.Pow(chance, 2)
}
