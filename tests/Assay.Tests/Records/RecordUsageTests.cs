using Xunit;

namespace Assay.Tests.Records;

/// <summary>A name, date or question that can't be used gives exit code 2 and one line that says what can.</summary>
public sealed class RecordUsageTests
{
    [Theory]
    [InlineData("own kazatompron", "did you mean kazatomprom?")]
    [InlineData("members csot", "or csto?")]
    [InlineData("members nosuchbodyanywhere", "knows nothing by the name 'nosuchbodyanywhere'; this takes an international body")]
    [InlineData("own csto", "is an international body; this takes a country, a company or an asset")]
    [InlineData("own КННК", "(cnnc), China National Petroleum Corporation (cnpc); write the id")]
    [InlineData("own tengiz --of oil", "--of goes with a country")]
    [InlineData("own kz --of uranum", "did you mean uranium?")]
    [InlineData("own kz --by nation", "there are: country, owner")]
    [InlineData("own kz --at 2023-02-30", "there is no such date as '2023-02-30'")]
    [InlineData("own kz --at soon", "'soon' is not a date")]
    [InlineData("own kz --at 2050", "is still to come")]
    [InlineData("own kz --format text", "there are: table, json, csv, html")]
    [InlineData("ties kz kz", "named twice")]
    [InlineData("ties ru Kazakhstn", "did you mean Kazakhstan")]
    [InlineData("ties kz ru --since 2024 --at 2020", "--since 2024 lies after 2020")]
    [InlineData("agreements kz --kind militry-cooperation", "did you mean military-cooperation?")]
    [InlineData("ask \"What a lovely day?\"", "it takes statements")]
    [InlineData("rank", "'COMMODITY' missing")]
    [InlineData("ties kz ru --sinse 2022", "did you mean --since?")]
    public void Wrong_usage_is_told_in_one_line(string line, string expected)
    {
        var run = InProcess.Run(InProcess.Split(line));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kz")]
    [InlineData("KZ")]
    [InlineData("Kazakhstan")]
    [InlineData("kazakhstan")]
    [InlineData("Казахстан")]
    public void An_id_and_every_name_mean_the_same(string name) =>
        Assert.Equal(InProcess.Run("routes", "crude-oil", "kz", "--at", "2025").Output, InProcess.Run("routes", "crude oil", name, "--at", "2025").Output);

    [Theory]
    [InlineData("Is Kazakhstan a member of the CSTO?", "Yes:")]
    [InlineData("Was Kazakhstan a member of the CSTO in 2010?", "Yes:")]
    [InlineData("Is Kazakhstan a member of NATO?", "No:")]
    [InlineData("Does Chevron own half of Tengiz?", "50 % of Tengiz")]
    [InlineData("Kazakhstan is a member of NATO.", "Refuted.")]
    [InlineData("Who owns Tengiz?", "Stakes in Tengizchevroil")]
    [InlineData("Who owns Kazakhstan's oil?", "The crude oil output of Kazakhstan")]
    [InlineData("How much of Kazakhstan's crude oil belongs to the United Kingdom?", "United Kingdom")]
    [InlineData("Which countries are members of the CSTO?", "Members of Collective Security Treaty Organization")]
    [InlineData("How does crude oil leave Kazakhstan?", "How crude oil leaves Kazakhstan")]
    [InlineData("What ties Kazakhstan to Russia?", "what ties them")]
    public void A_question_or_statement_is_answered(string text, string expected)
    {
        var run = InProcess.Run("ask", text, "--at", "2025-06-17");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }
}
