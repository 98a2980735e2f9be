using Assay.Answers;
using Assay.Claims;
using Assay.Questions;
using Assay.Tests.Findings;
using Xunit;

namespace Assay.Tests.Answers;

/// <summary>Every case of every closed family is visited by some test.</summary>
public sealed class FamilyTests
{
    [Fact]
    public void Every_kind_of_question_is_answered() =>
        AllCases<Question>(SampleQuestions.All, question => Assert.NotEmpty(SeedRecord.Answerer.Answer(question).Text));

    [Fact]
    public void Every_kind_of_target_is_answered() =>
        AllCases<Target>(SampleQuestions.All.OfType<Question.Share>().Select(question => question.Target).Concat(SampleQuestions.All.OfType<Question.Ownership>().Select(question => question.Target)));

    [Fact]
    public void Every_kind_of_amount_is_answered() =>
        AllCases<Amount>(SampleQuestions.All.OfType<Question.Portion>().SelectMany(question => new[] { question.Part, question.Whole }));

    [Fact]
    public void Every_kind_of_step_value_occurs_in_a_proof() =>
        AllCases<StepValue>(SampleQuestions.All.SelectMany(question => SeedRecord.Answerer.Answer(question).Proof.AllSteps()).Select(step => step.Value));

    [Fact]
    public void Every_kind_of_answer_and_expectation_is_judged()
    {
        AllCases<Answer>(JudgeTests.Answers);
        AllCases<Expectation>(JudgeTests.Expectations);
    }

    private static void AllCases<T>(IEnumerable<T> examples, Action<T>? visit = null) where T : notnull
    {
        var byCase = examples.GroupBy(example => example.GetType()).ToDictionary(group => group.Key, group => group.First());
        var cases = typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T))).ToList();
        Assert.NotEmpty(cases);
        foreach (var example in cases)
        {
            Assert.True(byCase.ContainsKey(example), $"no example of {example.Name}");
            visit?.Invoke(byCase[example]);
        }
    }
}
