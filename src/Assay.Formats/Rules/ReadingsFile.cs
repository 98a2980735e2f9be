using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>readings.yaml</c>: what vague words may mean.</summary>
internal static class ReadingsFile
{
    public static Readings Read(Func<string, string> textOf, List<Problem> problems)
    {
        const string File = "readings.yaml";
        var root = RuleNode.Parse(File, textOf(File), problems) ?? RuleNode.Parse(File, "{}", problems)!.Value;
        root.AllowOnly("groups", "goods", "relations");
        return new Readings
        {
            Groups = Choices(root, "groups", "group", (c, taken, minor) => new GroupChoice(new EntityId(c.Require("group").Text()), taken, minor)).ToImmutableDictionary(p => new EntityId(p.Key), p => p.Value),
            Goods = Choices(root, "goods", "goods", (c, taken, minor) => new GoodsChoice(c.Require("goods").Text(), taken, minor)),
            Relations = Choices(root, "relations", "relation", (c, taken, minor) => new MeasureChoice(c.Require("measure").OneOf<OwnershipMeasure>(), taken, minor)),
        };
    }

    private static ImmutableDictionary<string, ImmutableArray<T>> Choices<T>(RuleNode root, string section, string key, Func<RuleNode, string, bool, T> make)
    {
        var choices = ImmutableDictionary.CreateBuilder<string, ImmutableArray<T>>();
        foreach (var term in root.Require(section).Items())
        {
            term.AllowOnly(key, "choices");
            choices[term.Require(key).Text()] = [.. term.Require("choices").Items().Select(choice =>
            {
                choice.AllowOnly("group", "goods", "measure", "taken", "minor");
                return make(choice, choice.Require("taken").Text(), choice["minor"]?.Flag() ?? false);
            })];
        }
        return choices.ToImmutable();
    }
}
