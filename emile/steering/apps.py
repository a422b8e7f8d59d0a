from django.apps import AppConfig


class SteeringConfig(AppConfig):
    name = "emile.steering"
    label = "steering"
