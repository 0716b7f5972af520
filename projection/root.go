package projection

// steps is the most that bisect takes: enough to halve any range to its last bit.
const steps = 64

// bisect finds where a property that holds at one end of a range and not at the
// other changes, to within tolerance, and gives the end of what is left at which
// it holds. If the property changes several times, it is one of these places.
func bisect(holds, fails, tolerance float64, property func(x float64) (bool, error)) (x float64, err error) {
	for range steps {
		if d := holds - fails; d <= tolerance && d >= -tolerance {
			break
		}
		middle := holds + (fails-holds)/2
		ok, err := property(middle)
		switch {
		case err != nil:
			return 0, err
		case ok:
			holds = middle
		default:
			fails = middle
		}
	}
	return holds, nil
}
