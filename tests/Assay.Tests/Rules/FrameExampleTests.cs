using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Rules;

/// <summary>Every frame finds a claim in the sentences that it gives as its examples, and none in those that it gives as none.</summary>
public sealed class FrameExampleTests
{
    private static readonly ClaimFinder Finder = new(RuleFiles.Default, EvidencePack.Embedded());

    private static IEnumerable<Frame> Frames => RuleFiles.Default.Frames.Concat(RuleFiles.Default.Others.SelectMany(language => language.Frames));

    public static IEnumerable<TheoryDataRow<string, string>> Matches() => Sentences(frame => frame.Matches);

    public static IEnumerable<TheoryDataRow<string, string>> MatchesNot() => Sentences(frame => frame.MatchesNot);

    [Theory]
    [MemberData(nameof(Matches))]
    public void A_frame_finds_its_examples(string frame, string sentence) => Assert.Contains(frame, FramesIn(sentence));

    [Theory]
    [MemberData(nameof(MatchesNot))]
    public void A_frame_passes_over_what_is_no_example_of_it(string frame, string sentence) => Assert.DoesNotContain(frame, FramesIn(sentence));

    [Fact]
    public void Every_file_of_frames_has_examples() =>
        Assert.Empty(Frames.GroupBy(frame => frame.Kind).Where(kind => kind.Key != ClaimKind.Other && kind.Key != ClaimKind.Regime && kind.All(frame => frame.Matches.IsEmpty)).Select(kind => kind.Key));

    private static IEnumerable<TheoryDataRow<string, string>> Sentences(Func<Frame, IEnumerable<string>> of) =>
        Frames.SelectMany(frame => of(frame).Select(sentence => new TheoryDataRow<string, string>(frame.Id, sentence)));

    private static IEnumerable<string> FramesIn(string sentence) =>
        Finder.Find(Article.FromText(sentence), PartialDate.Parse("2025-06-17")).Claims.Select(claim => claim.Frame);
}
