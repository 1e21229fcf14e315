using System.Text.Json;
using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.EventBridge.Targets;
using static Lexicon.Local.EventBridge.Resources.RuleProperties;

namespace Lexicon.Local.EventBridge.Resources;

/// <summary>Reads the targets of a rule (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html).</summary>
internal sealed class TargetReader(TargetServices services)
{
    private const int Most = 5;
    private const int MostPaths = 100;
    private const int LongestId = 64;
    private const int LongestGroup = 100;
    private const int LongestInput = 8192;

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

        Check(resource, target, place);
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

    private static void Check(TemplateResource resource, TargetProperties target, string place)
    {
        if (target.Id.Length is 0 or > LongestId || !target.Id.All(EventBuses.IsOfName))
        {
            throw resource.Invalid(
                $"{place}.Id", Text($"it must be up to {LongestId} letters, digits, dots, hyphens and underscores, not '{target.Id}'"));
        }

        if (IsFifo(target.Arn) && target.SqsParameters is null)
        {
            throw resource.Invalid($"{place}.SqsParameters", "a FIFO queue needs the group of its messages");
        }

        if (target.SqsParameters is { MessageGroupId.Length: > LongestGroup })
        {
            throw resource.Invalid($"{place}.SqsParameters.MessageGroupId", Text($"it must be up to {LongestGroup} characters"));
        }

        // Standard queues alone: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html.
        if (target.DeadLetterConfig?.Arn is { } letters && (IsFifo(letters) || !IsQueue(letters)))
        {
            throw resource.Invalid($"{place}.DeadLetterConfig.Arn", $"it must be a standard queue, not {letters}");
        }
    }

    private static bool IsFifo(string arn) => IsQueue(arn) && arn.EndsWith(".fifo", StringComparison.Ordinal);

    private static bool IsQueue(string arn) => arn.StartsWith("arn:aws:sqs:", StringComparison.Ordinal);

    private static ITargetInput InputOf(TemplateResource resource, TargetProperties target, string place) => target switch
    {
        { Input: null, InputPath: null, InputTransformer: null } => new WholeEvent(),
        { Input: { } input, InputPath: null, InputTransformer: null } => new ConstantInput(
            !IsJson(input) ? throw resource.Invalid($"{place}.Input", "it must be JSON")
            : input.Length > LongestInput ? throw resource.Invalid($"{place}.Input", Text($"it must be up to {LongestInput} characters"))
            : input),
        { Input: null, InputPath: { } path, InputTransformer: null } => new PathInput(PathOf(resource, path, $"{place}.InputPath")),
        { Input: null, InputPath: null, InputTransformer: { } transformer } =>
            Transformed(resource, transformer, $"{place}.InputTransformer"),
        _ => throw resource.Invalid(place, "Only one of Input, InputPath, or InputTransformer must be provided"),
    };

    // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_InputTransformer.html.
    private static TransformedInput Transformed(TemplateResource resource, TransformerProperties transformer, string place)
    {
        if (transformer.InputTemplate.Length is 0 or > LongestInput)
        {
            throw resource.Invalid($"{place}.InputTemplate", Text($"it must have 1 to {LongestInput} characters"));
        }

        var paths = transformer.InputPathsMap;
        if (paths.Count > MostPaths)
        {
            throw resource.Invalid($"{place}.InputPathsMap", Text($"it has at most {MostPaths} paths, not {paths.Count}"));
        }

        if (paths.Keys.FirstOrDefault(name => !TransformedInput.IsVariable(name)) is { } wrong)
        {
            throw resource.Invalid(
                $"{place}.InputPathsMap",
                $"'{wrong}' must be letters, digits, hyphens and underscores, and must not begin with AWS");
        }

        return new(
            paths.ToDictionary(path => path.Key, path => PathOf(resource, path.Value, $"{place}.InputPathsMap.{path.Key}")),
            transformer.InputTemplate);
    }

    private static EventPath PathOf(TemplateResource resource, string path, string place) =>
        EventPath.Parse(path) ?? throw resource.Invalid(place, $"'{path}' is not a path of names behind dots and of indexes");

    private static bool IsJson(string text)
    {
        try
        {
            using var document = SentJson.Parse(text);
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
