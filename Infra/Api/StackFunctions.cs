using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Api;

/// <summary>
/// The functions of one stack, and what they share: the package, the queue of dead letters, the table, and how new versions are rolled out.
/// </summary>
internal sealed class StackFunctions
{
    private readonly ExportingStack _stack;
    private readonly StageSettings _settings;
    private readonly DataStack _data;
    private readonly string _stackName;
    private readonly Code _code;
    private readonly string _deadLettersArn;
    private readonly string _tableArn;
    private readonly Rollout? _rollout;

    /// <param name="stack">The stack.</param>
    /// <param name="settings">What the stage is like.</param>
    /// <param name="data">The stack with the table.</param>
    /// <param name="package">The package, the same for every function.</param>
    /// <param name="names">Every function that will be added.</param>
    public StackFunctions(
        ExportingStack stack, StageSettings settings, DataStack data, string package, IReadOnlyList<string> names)
    {
        (_stack, _settings, _data) = (stack, settings, data);

        // Each of these asks the CDK, which takes milliseconds.
        _stackName = stack.StackName;
        _code = Code.FromAsset(package);
        DeadLetters = new DeadLetters(stack, "DeadLetters", _stackName).Queue;
        _deadLettersArn = DeadLetters.QueueArn;
        _tableArn = stack.FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = data.TableName });
        _rollout = settings.DeploysGradually ? new Rollout(stack, "Rollout", settings, _stackName, names) : null;
    }

    /// <summary>Where the events go that no attempt has processed.</summary>
    public IQueue DeadLetters { get; }

    /// <summary>What a function is made of, but for what it may do and what else is its own.</summary>
    /// <param name="name">Its name in the table that it is a row of.</param>
    /// <param name="description">What calls it, or what it is for.</param>
    public OperationProps Describe(string name, string description) => new()
    {
        Operation = name,
        Description = description,
        Name = Operation.NameOf(_stackName, name),
        Code = _code,
        Permissions = [],
        ImagesBucketName = _data.ImagesBucketName,
        TableName = _data.TableName,
        TableArn = _tableArn,
        TableKeyArn = _data.TableKeyArn,
        Variables = new Dictionary<string, string>(),
        DeadLetters = DeadLetters,
        DeadLettersArn = _deadLettersArn,
        Settings = _settings,
    };

    /// <summary>Adds a function.</summary>
    public Operation Add(OperationProps props)
    {
        var operation = new Operation(_stack, props.Operation, props);
        _rollout?.Add(operation, props.Operation);
        return operation;
    }
}
