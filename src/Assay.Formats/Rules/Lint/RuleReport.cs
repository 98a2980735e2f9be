namespace Assay.Formats.Rules.Lint;

/// <summary>What a lint finds: problems, and notices, which are no fault of the rules but of their company: an example that is missing, a macro that nobody calls.</summary>
internal sealed class RuleReport
{
    public List<Problem> Problems { get; } = [];

    public List<Problem> Notices { get; } = [];

    public void Problem(RuleNode at, string code, string found, string expected, string mend) => Problems.Add(at.ProblemOf(code, found, expected, mend));

    public void Notice(RuleNode at, string code, string found, string expected, string mend) => Notices.Add(at.ProblemOf(code, found, expected, mend));
}
