package plotting

import "testing"

// A chance that is printed as 50% is not called more likely than not.
func TestLikely(t *testing.T) {
	for percent, want := range map[float64]bool{0: false, 50: false, 50.4: false, 50.6: true, 100: true} {
		if likely(percent) != want {
			t.Errorf("likely(%v) = %v", percent, !want)
		}
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 10_000: "10,000", 1_234_567: "1,234,567", -100: "−100", -1000: "−1,000"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %q, want %q", n, got, want)
		}
	}
}
