using System.Text.RegularExpressions;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// What the values of a function must be
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html): AWS makes no function of
/// what breaks one of these.
/// </summary>
internal static partial class FunctionRules
{
    private const int LongestName = 64;
    private const int LongestDescription = 256;
    private const int LongestHandler = 128;

    /// <summary>The checks, none of which needs another.</summary>
    public static IEnumerable<Action> Of(TemplateResource resource, FunctionProperties function)
    {
        void Must(bool holds, string property, string why)
        {
            if (!holds)
            {
                throw resource.Invalid(property, why);
            }
        }

        return
        [
            () => Must(
                function.FunctionName is null || (function.FunctionName.Length <= LongestName && Name().IsMatch(function.FunctionName)),
                nameof(function.FunctionName),
                $"'{function.FunctionName}' is not 1 to {LongestName} letters, digits, hyphens and underscores"),
            () => Must(
                !(function.Description?.Length > LongestDescription),
                nameof(function.Description),
                $"it has more than {LongestDescription} characters"),
            () => Must(
                function.Handler is null || (function.Handler.Length <= LongestHandler && !function.Handler.Any(char.IsWhiteSpace)),
                nameof(function.Handler),
                $"'{function.Handler}' has blanks, or more than {LongestHandler} characters"),
            () => resource.CheckRange("EphemeralStorage.Size", function.EphemeralStorage?.Size, 512, 10_240),
            () => Must(
                function.ReservedConcurrentExecutions is null or >= 0,
                nameof(function.ReservedConcurrentExecutions),
                $"{function.ReservedConcurrentExecutions} is less than 0"),
            () => Must(
                function.Architectures is null or [_],
                nameof(function.Architectures),
                "a function has one"),
            () => Must(
                function.TracingConfig?.Mode is null or "Active" or "PassThrough",
                "TracingConfig.Mode",
                $"'{function.TracingConfig?.Mode}' is neither Active nor PassThrough"),
            () => Must(
                function.LoggingConfig?.LogGroup is null || LogGroup().IsMatch(function.LoggingConfig.LogGroup),
                "LoggingConfig.LogGroup",
                $"'{function.LoggingConfig?.LogGroup}' is not the name of a log group"),
            .. (function.Environment?.Variables?.Keys ?? []).Where(key => !Key().IsMatch(key)).Select<string, Action>(key => () => Must(
                false,
                $"Environment.Variables.{key}",
                "a key is a letter and then letters, digits and underscores, two or more in all")),
        ];
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-zA-Z0-9./_#-]{1,512}\z")]
    private static partial Regex LogGroup();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_]+\z")]
    private static partial Regex Key();
}
