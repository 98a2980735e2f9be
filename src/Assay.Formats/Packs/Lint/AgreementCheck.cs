using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>The status of an agreement and its other cells tell the same.</summary>
internal static class AgreementCheck
{
    public static void Run(LintedPack pack)
    {
        foreach (var agreement in pack.Rows.OfType<Agreement>())
        {
            if (agreement.AgreementStatus == "replaced" && agreement.ReplacedBy is null)
                pack.Report(agreement, "replaced_by", "replaced-by", "nothing", "the id of the agreement that replaced it", "name it, or choose another status");
            if (agreement.AgreementStatus != "replaced" && agreement.ReplacedBy is { } successor)
                pack.Report(agreement, "status", "replaced-by", $"'{agreement.AgreementStatus}' and a successor, '{successor}'", "the status replaced", "set the status to replaced, or clear replaced_by");
            if (agreement.AgreementStatus is "expired" or "denounced" && agreement.Ended is null)
                pack.Report(agreement, "ended", "no-end", $"'{agreement.AgreementStatus}' without an end", "the last day or year", "fill in ended, or choose another status");
        }
    }
}
