using System.Text.Json;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge.Targets;
using static Lexicon.Local.EventBridge.Resources.RuleProperties;

namespace Lexicon.Local.EventBridge.Resources;

/// <summary>Reads the targets of a rule (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html).</summary>
internal sealed class TargetReader(TargetServices services)
{
    private const int Most = 5;

    /// <summary>The targets.</summary>
    /// <exception cref="StartupException">One of them is not valid or not supported.</exception>
    public IReadOnlyList<Target> Read(TemplateResource resource, IReadOnlyList<TargetProperties> targets)
    {
        if (targets.Count > Most)
        {
            throw resource.Invalid("Targets", Text($"a rule has at most {Most}, not {targets.Count}"));
        }

        if (targets.CountBy(target => target.Id).FirstOrDefault(id => id.Value > 1) is { Key: { } twice })
        {
            throw resource.Invalid("Targets", $"two targets have the id '{twice}'");
        }

        return [.. targets.Select((target, index) => Read(resource, target, Text($"Targets[{index}]")))];
    }

    private Target Read(TemplateResource resource, TargetProperties target, string place)
    {
        if (!services.Serve(target.Arn))
        {
            throw resource.Refuse($"{place}.Arn", $"the targets of rules are functions, queues and topics here, not {target.Arn}");
        }

        return new()
        {
            Id = target.Id,
            Arn = target.Arn,
            Input = InputOf(resource, target, place),
            MessageGroupId = target.SqsParameters?.MessageGroupId,
            DeadLetterQueue = target.DeadLetterConfig?.Arn,
            MaximumRetryAttempts = Bounded(
                resource, target.RetryPolicy?.MaximumRetryAttempts, 0, 185, $"{place}.RetryPolicy.MaximumRetryAttempts"),
            MaximumEventAge = TimeSpan.FromSeconds(Bounded(
                resource, target.RetryPolicy?.MaximumEventAgeInSeconds, 60, 86_400, $"{place}.RetryPolicy.MaximumEventAgeInSeconds")),
        };
    }

    private static ITargetInput InputOf(TemplateResource resource, TargetProperties target, string place) => target switch
    {
        { Input: null, InputPath: null, InputTransformer: null } => new WholeEvent(),
        { Input: { } input, InputPath: null, InputTransformer: null } => new ConstantInput(IsJson(input)
            ? input
            : throw resource.Invalid($"{place}.Input", "it must be JSON")),
        { Input: null, InputPath: { } path, InputTransformer: null } => new PathInput(PathOf(resource, path, $"{place}.InputPath")),
        { Input: null, InputPath: null, InputTransformer: { } transformer } => new TransformedInput(
            transformer.InputPathsMap.ToDictionary(
                path => path.Key, path => PathOf(resource, path.Value, $"{place}.InputTransformer.InputPathsMap.{path.Key}")),
            transformer.InputTemplate),
        _ => throw resource.Invalid(place, "Only one of Input, InputPath, or InputTransformer must be provided"),
    };

    private static EventPath PathOf(TemplateResource resource, string path, string place) =>
        EventPath.Parse(path) ?? throw resource.Invalid(place, $"'{path}' is not a path of names behind dots and of indexes");

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The largest is what EventBridge does where a target says nothing.
    private static int Bounded(TemplateResource resource, int? value, int least, int most, string place) => value switch
    {
        null => most,
        { } number when number >= least && number <= most => number,
        { } number => throw resource.Invalid(place, Text($"it must be from {least} to {most}, not {number}")),
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
