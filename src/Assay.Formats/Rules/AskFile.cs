using Assay.Records;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>ask.yaml</c> of a language: which questions are answered from the record directly.</summary>
internal static class AskFile
{
    /// <summary>Reads the file; problems are added to the list.</summary>
    public static AskRules Read(string language, Func<string, string> textOf, List<Problem> problems)
    {
        var file = $"{language}/ask.yaml";
        var root = RuleNode.Parse(file, textOf(file), problems) ?? RuleNode.Parse(file, "{}", problems)!.Value;
        root.AllowOnly("language", "questions", "auxiliaries", "goods-of");
        return new AskRules(
            [.. root.Require("questions").Items().SelectMany(Patterns)],
            [.. root.Require("auxiliaries").Items().Select(word => word.Text())],
            [.. root.Require("goods-of").Items().Select(words => words.Text())]);
    }

    private static IEnumerable<AskPattern> Patterns(RuleNode question)
    {
        question.AllowOnly("view", "asks");
        var view = question.Require("view").OneOf<AskedView>();
        return question.Require("asks").Items().Select(words => new AskPattern(view, words.Text()));
    }
}
