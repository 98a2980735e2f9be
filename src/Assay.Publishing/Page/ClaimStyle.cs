using System.Globalization;
using System.Text;

namespace Assay.Publishing.Page;

/// <summary>Style rules, one a claim, that show a claim's words in the text while its card is pointed at, and the reverse, without script.</summary>
internal static class ClaimStyle
{
    public static string For(int claims)
    {
        var rules = new StringBuilder();
        for (var number = 1; number <= claims; number++)
        {
            rules.Append(CultureInfo.InvariantCulture,
                $":root:has(#c{number}:hover,#c{number}:target,#c{number}:focus-within,.r{number}:hover,.r{number}:focus-within) .k{number}{{background:var(--pointed)}}\n");
        }
        return rules.ToString();
    }
}
