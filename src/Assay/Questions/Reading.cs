using System.Collections.Immutable;

namespace Assay.Questions;

/// <summary>One way to take a claim's vague words: one question.</summary>
/// <param name="Choices">Which way each vague word was taken, for people: ("Western", "core: US, Canada, UK, EU …"); empty where nothing is vague.</param>
/// <param name="Question">The question.</param>
/// <param name="Text">The question in words.</param>
/// <param name="IsMinor">Whether the verdict may stand while this reading is undecided.</param>
public sealed record Reading(ImmutableArray<Choice> Choices, Question Question, string Text, bool IsMinor);

/// <summary>One vague word and how it is taken.</summary>
/// <param name="Word">The article's word.</param>
/// <param name="Taken">What it is taken to mean.</param>
/// <param name="WhoseDefinition">Whose definition a group is; empty where no group is meant.</param>
public sealed record Choice(string Word, string Taken, string WhoseDefinition);
