"""Airflow: the night's run and its check, handed to a cluster. The run's date is the end of the data interval, so a night that
is run again later gives the same as-of date; a rerun of the same input changes nothing."""

from datetime import timedelta

import pendulum
from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

WORKSPACE = "s3a://acme-service-levels/plimsoll"
CLUSTER = {
    "conn_id": "spark_default",
    "application": "/opt/plimsoll/plimsoll-cluster.jar",
    "java_class": "io.plimsoll.cli.Plimsoll",
    "packages": "io.delta:delta-spark_4.2_2.13:4.4.0",
    "properties_file": "/opt/plimsoll/conf/spark/cluster.conf",
}

with DAG(
    dag_id="plimsoll",
    schedule="30 4 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/London"),
    catchup=False,
    max_active_runs=1,  # one writer a workspace
    default_args={"retries": 1, "retry_delay": timedelta(minutes=15)},
) as dag:
    check = SparkSubmitOperator(
        task_id="check",
        application_args=["check", WORKSPACE],
        **CLUSTER,
    )
    run = SparkSubmitOperator(
        task_id="run",
        application_args=["run", WORKSPACE, "--as-of", "{{ data_interval_end.in_tz('Europe/London') | ds }}"],
        **CLUSTER,
    )
    check >> run
