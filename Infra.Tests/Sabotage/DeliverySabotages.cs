using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against the way to production: versions, order, exports, protection.</summary>
internal static class DeliverySabotages
{
    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("Prod can be deleted by a command", "prod Data", Sabotage.Manifest, Set("/properties/terminationProtection", "false")),
        new("The site does not wait for the API", "dev Site", Sabotage.Manifest, Set("/dependencies", "[]")),
        new("A version is of no function", "prod Api", "GetTerm/Function/CurrentVersion/Resource", Sabotage.Gone),
        new("The alias follows whatever was deployed last", "prod Api", "GetTerm/Function/Aliaslive/Resource", Set("/Properties/FunctionVersion", "\"$LATEST\"")),
        new("The alias moves past CodeDeploy", "prod Api", "GetTerm/Function/Aliaslive/Resource", Remove("/UpdatePolicy")),
        new("A version goes live all at once", "prod Api", "Rollout/GetTerm/Resource", Set(
            "/Properties/DeploymentConfigName", "\"CodeDeployDefault.LambdaAllAtOnce\"")),
        new("No alarm stops a version", "prod Api", "Rollout/GetTerm/Resource", Set("/Properties/AlarmConfiguration/Enabled", "false")),
        new("A version that failed stays", "prod Api", "Rollout/GetTerm/Resource", Remove("/Properties/AutoRollbackConfiguration")),
        new("CodeDeploy may move any alias", "prod Api", "Rollout/Role", Set(
            "/Properties/Policies/0/PolicyDocument/Statement/0/Resource", "\"*\"")),
        new("A version stays though it set off an alarm", "full Api", "Rollout/GetTerm/Resource", Remove("/Properties/AutoRollbackConfiguration/Events/2")),
        new("An alarm of a version watches another function", "full Api", "Rollout/GetTermErrors/Resource", Replace("/Properties/Dimensions", "Api-GetTerm", "Api-ListTerms")),
        new("A version may fail for an hour", "prod Api", "Rollout/GetTermErrors/Resource", Set("/Properties/Period", "3600")),
        new("Half of the requests go to a version of yesterday", "prod Api", "GetTerm/Function/Aliaslive/Resource", Set(
            "/Properties/RoutingConfig", """{"AdditionalVersionWeights":[{"FunctionVersion":"1","FunctionWeight":0.5}]}""")),
        new("Any branch may deploy", "full Deployment", "Deploy/Role/Resource", Replace("/Properties/AssumeRolePolicyDocument", ":environment:prod", ":*")),
        new("Any audience may deploy", "full Deployment", "Deploy/Role/Resource", Replace("/Properties/AssumeRolePolicyDocument", "sts.amazonaws.com", "*")),
        new("A value is exported by another name", "prod Data", "", Set("/Outputs/TableName/Export/Name", "\"TableName\"")),
        new("A value is exported that nobody asked for", "dev Data", "", Set("/Outputs/Pool", """{"Value":"x","Export":{"Name":"Lexicon-dev-Data-Pool"}}""")),
        new("The site's address is not told", "prod Site", "", Remove("/Outputs/SiteUrl")),
        new("The address tells of another site", "prod Site", "", Set("/Outputs/SiteUrl/Value", "\"https://example.net\"")),
        new("A version goes on though its alarms cannot be read", "prod Api", "Rollout/GetTerm/Resource", Set(
            "/Properties/AlarmConfiguration/IgnorePollAlarmFailure", "true")),
        new("A function of another account is asked before a version goes live", "prod Api", "GetTerm/Function/Aliaslive/Resource", Set(
            "/UpdatePolicy/CodeDeployLambdaAliasUpdate/BeforeAllowTrafficHook", "\"arn:aws:lambda:us-east-1:111122223333:function:other\"")),
        new("A version is live for nobody", "prod Api", "", Set(
            "/Resources/Backdoor", """{"Type":"AWS::Lambda::Version","Properties":{"FunctionName":{"Ref":"GetTermFunction81B208BD"}}}""")),
        new("An alarm of a version counts the old ones, too", "prod Api", "Rollout/GetTermErrors/Resource", Remove("/Properties/Dimensions/1")),
        new("A version is kept warm in dev", "dev Api", "GetTerm/Function/Aliaslive/Resource", Set(
            "/Properties/ProvisionedConcurrencyConfig", """{"ProvisionedConcurrentExecutions":5}""")),
    ];
}
