using Assay.Answers;
using Assay.Evidence;
using Assay.Publishing.Wording;
using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>A proof as a tree for the terminal, down to rows and their sources.</summary>
internal static class ProofTree
{
    /// <summary>The whole proof under a heading that says how long it is.</summary>
    public static Tree Of(string heading, ProofStep proof, EvidenceSnapshot evidence, DayRange? asked)
    {
        var tree = new Tree(Lines.Plain($"{heading}: {AnswerWords.Size(proof)}")) { Guide = TreeGuide.Line };
        AddStep(tree, proof, evidence, asked);
        return tree;
    }

    /// <summary>Adds a row with its warnings, its place and its sources.</summary>
    public static void AddRow(IHasTreeNodes parent, Statement row, EvidenceSnapshot evidence, DayRange? asked)
    {
        var warnings = string.Concat(RowWords.Warnings(row, evidence, asked).Select(warning => $" [{warning}]"));
        var node = parent.AddNode(Lines.Plain($"{RowWords.Of(row, evidence)}.{warnings} {row.Place}"));
        foreach (var id in row.Sources) node.AddNode(Lines.Plain(Terms.Source(id, evidence)));
    }

    private static void AddStep(IHasTreeNodes parent, ProofStep step, EvidenceSnapshot evidence, DayRange? asked)
    {
        var node = parent.AddNode(Lines.Plain($"{step.Text} → {Terms.Value(step.Value, evidence)} ({PageWords.ByRule}: {Terms.Rule(step.Rule)})"));
        foreach (var input in step.Inputs) AddStep(node, input, evidence, asked);
        foreach (var row in step.Rows) AddRow(node, row, evidence, asked);
    }
}
