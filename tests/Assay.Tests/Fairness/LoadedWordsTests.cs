using System.Text.RegularExpressions;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Assay.Tests.Fairness;

/// <summary>Loaded words make a passage no claim whoever is named beside them, and no rule names a side.</summary>
public sealed class LoadedWordsTests
{
    private static readonly string[] Sentences = ["{A} was {cue} to {B}.", "{cue} {A} met {B} in Suva.", "The talks of {A} and {B}, {cue}, went on."];

    [Fact]
    public void A_loaded_word_fires_alike_whichever_side_is_named()
    {
        var assayer = new Assayer(Sides.NamesOnly, RuleFiles.Default);
        foreach (var cue in Cues())
            foreach (var sentence in Sentences)
            {
                var template = sentence.Replace("{cue}", cue, StringComparison.Ordinal);
                foreach (var (one, other) in Sides.States[..4])
                    Assert.Equal((template, Whys(assayer, template, one, other)), (template, Whys(assayer, template, other, one)));
            }
    }

    [Fact]
    public void No_word_of_the_rules_names_a_state_a_body_or_a_company()
    {
        var names = Sides.NamesOnly.Entities.Where(entity => entity.Kind is EntityKind.State or EntityKind.Bloc or EntityKind.Company or EntityKind.Person)
            .SelectMany(entity => entity.Aliases.Select(alias => alias.Text).Prepend(entity.Name)).Where(name => name.Length >= 4).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Names that are everyday words are listed as such: that they are names is why they stand there.
        names.ExceptWith(Texts("words.yaml").Where(text => RuleFiles.Default.Lexicon.Is(text, Mentions.WordClass.WeakName | Mentions.WordClass.GenericName)));
        // A namesake is listed because something else has the name too, which is on no side.
        names.ExceptWith(RuleFiles.Default.Lexicon.Linking.Namesakes.Keys);
        names.Remove("Island"); // A state's own name for itself, and a common noun here.
        var found = Directory.EnumerateFiles(Checkout.PathOf("rules", "en"), "*.yaml", SearchOption.AllDirectories)
            .SelectMany(file => Texts(file).Where(text => Words(text).Any(names.Contains)).Select(text => $"{Path.GetFileName(file)}: {text}"));
        Assert.Empty(found);
    }

    private static string Whys(Assayer assayer, string template, Side a, Side b) =>
        string.Join(", ", assayer.Check(ExchangedSidesTests.ArticleOf(template, a, b)).NotCheckable.Select(passage => passage.Why));

    private static IEnumerable<string> Cues() => Load("cues.yaml")["cues"] is YamlSequenceNode cues
        ? cues.SelectMany(cue => (YamlSequenceNode)cue["words"]).Select(word => ((YamlScalarNode)word).Value!)
        : [];

    /// <summary>Every text of a rule file but the frames' example sentences.</summary>
    private static IEnumerable<string> Texts(string file) => Texts(Load(file));

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.Where(pair => ((YamlScalarNode)pair.Key).Value is not ("match" or "not")).SelectMany(pair => Texts(pair.Key).Concat(Texts(pair.Value))),
        YamlSequenceNode list => list.SelectMany(Texts),
        _ => [((YamlScalarNode)node).Value!],
    };

    private static IEnumerable<string> Words(string text) => Regex.Matches(text, @"[\p{L}'.-]+").Select(word => word.Value).Append(text);

    private static YamlNode Load(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Checkout.PathOf("rules", "en"), file))));
        return stream.Documents[0].RootNode;
    }
}
