package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVolumes(t *testing.T) {
	for _, tc := range []struct{ publications, want []string }{
		{nil, nil},
		{[]string{"IMF, Outlook, April 2019"}, []string{"IMF, Outlook, April 2019"}},
		{[]string{"IMF, Outlook, April 2019", "World Bank", "IMF, Outlook, April 2024"}, []string{"IMF, Outlook, April 2019 and April 2024", "World Bank"}},
	} {
		if diff := cmp.Diff(tc.want, volumes(tc.publications)); diff != "" {
			t.Errorf("volumes(%q) (-want +got):\n%s", tc.publications, diff)
		}
	}
}
