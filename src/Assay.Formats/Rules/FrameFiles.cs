using System.Collections.Immutable;
using Assay.Claims;
using Assay.Questions;

namespace Assay.Formats.Rules;

/// <summary>Reads claim frames: <c>frames/*.yaml</c>, one kind of claim a file.</summary>
internal static class FrameFiles
{
    /// <summary>Reads the frames of these files in order; problems are added to the list.</summary>
    public static ImmutableArray<Frame> Read(IEnumerable<string> files, Func<string, string> textOf, List<Problem> problems)
    {
        var frames = ImmutableArray.CreateBuilder<Frame>();
        var ids = new HashSet<string>();
        foreach (var file in files)
        {
            if (RuleNode.Parse(file, textOf(file), problems) is not { } root) continue;
            root.AllowOnly("kind", "macros", "frames");
            var kind = root.Require("kind").OneOf<ClaimKind>();
            var macros = root["macros"]?.Entries().ToDictionary(e => e.Key, e => e.Value.Text()) ?? [];
            foreach (var node in root.Require("frames").Items())
            {
                var frame = FrameOf(node, kind, macros);
                if (!ids.Add(frame.Id)) node.Report("duplicate-id", $"'{frame.Id}' twice", "ids of their own", "rename one");
                frames.Add(frame);
            }
        }
        return frames.ToImmutable();
    }

    private static Frame FrameOf(RuleNode node, ClaimKind kind, Dictionary<string, string> macros)
    {
        node.AllowOnly("id", "patterns", "membership", "agreement", "kinds", "quantifier", "relation", "place", "counts", "change", "control", "denies", "always-denies", "open", "leaves-clause", "match", "not");
        return new Frame
        {
            Id = node.Require("id").Text(),
            Kind = kind,
            Patterns = [.. node.Require("patterns").Items().Select(p => PatternOf(p, macros)).OfType<Pattern>()],
            Membership = node["membership"]?.OneOf<MembershipSense>() ?? default,
            Agreement = node["agreement"]?.OneOf<AgreementSense>() ?? default,
            Kinds = Texts(node["kinds"]),
            Quantifier = node["quantifier"]?.OneOf<Quantifier>() ?? Quantifier.Some,
            Relation = node["relation"]?.Text() ?? "",
            Place = (int)(node["place"]?.Decimal() ?? 0),
            Counts = node["counts"]?.Text() ?? "",
            Change = node["change"]?.OneOf<ChangeSense>() ?? default,
            Control = node["control"]?.OneOf<ControlSense>() ?? default,
            Denies = node["denies"]?.Flag() ?? false,
            AlwaysDenies = node["always-denies"]?.Flag() ?? false,
            IsOpen = node["open"]?.Flag() ?? false,
            LeavesClause = node["leaves-clause"]?.Flag() ?? false,
            Matches = Examples(node["match"]),
            MatchesNot = Texts(node["not"]),
        };
    }

    /// <summary>Sentences; one that tells what fills its roles is a map.</summary>
    private static ImmutableArray<string> Examples(RuleNode? node) => node is { } list ? [.. list.Items().Select(Example)] : [];

    private static string Example(RuleNode node)
    {
        if (!node.IsMap) return node.Text();
        node.AllowOnly("text", "roles");
        foreach (var (_, words) in node["roles"]?.Entries() ?? [])
            foreach (var word in words.Items()) word.Text();
        return node.Require("text").Text();
    }

    private static ImmutableArray<string> Texts(RuleNode? node) => node is { } list ? [.. list.Items().Select(i => i.Text())] : [];

    private static Pattern? PatternOf(RuleNode node, Dictionary<string, string> macros)
    {
        try
        {
            return PatternParser.Parse(node.Text(), macros);
        }
        catch (FormatException error)
        {
            node.Report("pattern", error.Message, "a pattern", "see docs/frames.md");
            return null;
        }
    }
}
