using System.Collections.Immutable;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Assay.Tests.Cases;
using Xunit;

namespace Assay.Tests.Corrections;

/// <summary>An article of a made-up world, read and corrected.</summary>
internal sealed class Desk(string text, EvidenceSnapshot? evidence = null)
{
    public const string Date = "2025-06-17";

    public EvidenceSnapshot Evidence { get; } = evidence ?? CaseRecord.Of("seas");

    public Article Article { get; } = Article.FromText(text);

    public Assayer Assayer => field ??= new Assayer(Evidence, RuleFiles.Default);

    public ImmutableArray<Claim> Read() => Assayer.CheckEach(Article, PartialDate.Parse(Date), null, []).Claims;

    public CheckedArticle Check(params Correction[] corrections)
    {
        var result = Assayer.Check(Article, PartialDate.Parse(Date), null, corrections);
        // Whoever corrected a claim, its proof must follow from the rows by itself.
        Assert.All(result.Findings.SelectMany(finding => finding.Readings), reading => Assert.Empty(ProofReplay.Check(reading.Answer.Proof).Problems));
        return result;
    }

    /// <summary>Where words stand.</summary>
    public QuotedSpan At(string words)
    {
        var start = Article.Text.IndexOf(words, StringComparison.Ordinal);
        return QuotedSpan.Of(Article, new TextSpan(start, start + words.Length));
    }

    public Claim The(string quoted) => Read().Single(claim => claim.Quote.Contains(quoted, StringComparison.Ordinal));

    public ClaimForm FormOf(Claim claim) => ClaimForm.Of(claim, Evidence);

    public static ClaimForm Form(ClaimKind kind, string expects, string time, params (string Role, string Filling)[] roles) =>
        roles.Aggregate(new ClaimForm { Kind = kind, Expects = expects, Time = time }, (form, role) => form.With(role.Role, role.Filling));

    public FormReading Fill(ClaimForm form) => Assayer.Forms.Read(form, new ClaimPlace("c1", At(Article.Quote(Article.Body)), PartialDate.Parse(Date), "en"));
}
